using FlowSdk.Hosting;
using FlowSdk.Metadata;

namespace FlowSdk.CommandLine;

/// <summary>
/// The run that a command ends or deletes. Where other commands take the newest run when none is named, an empty variable in a script must not do it harm; nor must
/// what names a task harm the whole run.
/// </summary>
internal static class WholeRun
{
    public static RunPaths Of(string name, ResolvedPath path, string done) =>
        path is { StepName: null, TaskId: null, Run: var run }
            && name.Trim('/', ' ').Split('/')[^1] is { Length: > 0 } last
            && (last == "latest" || run.RunId.StartsWith(last, StringComparison.Ordinal) || run.RunId.EndsWith(last, StringComparison.Ordinal))
            ? run
            : throw new UsageException(FlowErrors.InvalidPathSpec, $"'{name}' names no run. Only whole runs can be {done}: give the run's id, or 'latest'.");
}
