using FlowSdk.Hosting;
using FlowSdk.Metadata;

namespace FlowSdk.CommandLine;

/// <summary>
/// The run that a command ends or deletes. Where other commands take the newest run when none is named, an empty variable in a script must not do it harm; nor must
/// what names a task harm the whole run.
/// </summary>
internal static class WholeRun
{
    /// <summary>Finds it.</summary>
    /// <exception cref="FlowException">The name names none, or several, or something else.</exception>
    public static async Task<RunReader> FindAsync(CommandContext context, RunRegistry registry, string name, string done)
    {
        var found = await registry.FindAsync(name, [context.Definition.Name]);
        return found is { IsRunNamed: true, Path: { StepName: null, TaskId: null } }
            ? found.Reader
            : throw new UsageException(FlowErrors.InvalidPathSpec, $"'{name}' names no run. Only whole runs can be {done}: give the run's id, or 'latest'.");
    }
}
