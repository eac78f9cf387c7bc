using FlowSdk.Metadata;

namespace FlowSdk.Runtime.Resuming;

/// <summary>Finds the run that is to be resumed.</summary>
internal static class OriginChoice
{
    /// <summary>Finds a run that has ended.</summary>
    /// <param name="registry">The runs.</param>
    /// <param name="flowName">The flow.</param>
    /// <param name="userName">Whose latest run is meant when none is named.</param>
    /// <param name="named">The run's id, or a part of it that is enough; null for the latest.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="FlowException">There is none, or it is running.</exception>
    public static async Task<RunReader> FindAsync(
        RunRegistry registry, string flowName, string userName, string? named, CancellationToken cancellation = default)
    {
        var origin = named is null ? await LatestAsync(registry, flowName, userName, cancellation) : await NamedAsync(registry, flowName, named, cancellation);
        return (await origin.SummaryAsync(cancellation)).Status != RunStatus.Running ? origin : throw new FlowException(
            FlowErrors.OriginIsRunning,
            $"The run {flowName}/{origin.Paths.RunId} is running, so there is nothing to resume yet. Wait until it has ended, or stop it with 'cancel {origin.Paths.RunId}'.");
    }

    private static async Task<RunReader> LatestAsync(RunRegistry registry, string flowName, string userName, CancellationToken cancellation)
    {
        await foreach (var run in registry.RunsAsync(flowName, cancellation))
        {
            var reader = registry.Open(run);
            if (reader.Start.UserName == userName)
            {
                return reader;
            }
        }

        throw new FlowException(
            FlowErrors.NothingToResume,
            $"{flowName} has no run by {userName} in this store, so there is nothing to resume. 'run' makes one, 'runs' lists those of others: --origin-run-id resumes one of them.");
    }

    private static async Task<RunReader> NamedAsync(RunRegistry registry, string flowName, string named, CancellationToken cancellation)
    {
        var path = await registry.ResolveAsync(named, [flowName], cancellation);
        return path is { StepName: null, TaskId: null } && path.Run.FlowName == flowName ? registry.Open(path.Run) : throw new FlowException(
            FlowErrors.NothingToResume, $"'{named}' is no run of {flowName}. Give --origin-run-id the id of one: 'runs' lists them.");
    }
}
