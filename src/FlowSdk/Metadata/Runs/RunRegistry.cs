using FlowSdk.Storage;

namespace FlowSdk.Metadata;

/// <summary>Knows which runs a store has.</summary>
/// <param name="store">The store.</param>
/// <param name="time">Where run ids get their time from.</param>
/// <param name="random">Where run ids get their random end from.</param>
internal sealed class RunRegistry(IObjectStore store, TimeProvider time, Random random)
{
    /// <summary>Begins a run: mints its id, takes its lock, writes the first record of its journal, and only then makes it visible.</summary>
    /// <param name="flowName">The flow.</param>
    /// <param name="describe">Makes the first record, given the run's id and its time of creation.</param>
    /// <param name="cancellation">Gives up.</param>
    public ValueTask<StartedRun> StartAsync(
        string flowName, Func<string, DateTimeOffset, RunStartedRecord> describe, CancellationToken cancellation = default) =>
        throw new NotImplementedException($"{store}{time}{random}");

    /// <summary>The flows that have runs, by name.</summary>
    public IAsyncEnumerable<string> FlowsAsync(CancellationToken cancellation = default) => throw new NotImplementedException();

    /// <summary>Runs, the newest first.</summary>
    /// <param name="flowName">Only this flow; null for all.</param>
    /// <param name="cancellation">Gives up.</param>
    public IAsyncEnumerable<RunPaths> RunsAsync(string? flowName = null, CancellationToken cancellation = default) => throw new NotImplementedException();

    /// <summary>Finds what a path spec names: flow, run, step and task with slashes between, of which the first and the last ones may be left out; a run also by
    /// the beginning or the end of its id, or as <c>latest</c>.</summary>
    /// <param name="pathSpec">The path spec.</param>
    /// <param name="flowNames">The flows to look in when none is named; empty for all.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="FlowException">It names nothing, or several things.</exception>
    public ValueTask<ResolvedPath> ResolveAsync(string pathSpec, IReadOnlyList<string> flowNames, CancellationToken cancellation = default) => throw new NotImplementedException();

    /// <summary>Opens a run for reading.</summary>
    public RunReader Open(RunPaths run) => throw new NotImplementedException();

    /// <summary>Asks the runner of a run to stop.</summary>
    public ValueTask RequestCancelAsync(RunPaths run, CancellationToken cancellation = default) => throw new NotImplementedException();

    /// <summary>Whether someone has asked for a run to stop.</summary>
    public ValueTask<bool> IsCancelRequestedAsync(RunPaths run, CancellationToken cancellation = default) => throw new NotImplementedException();
}
