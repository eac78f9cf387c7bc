using FlowSdk.Storage;

namespace FlowSdk.Metadata;

/// <summary>Knows which runs a store has.</summary>
/// <param name="store">The store.</param>
/// <param name="time">Where run ids get their time from.</param>
/// <param name="random">Where run ids get their random end from.</param>
internal sealed class RunRegistry(IObjectStore store, TimeProvider time, Random random)
{
    private readonly RunIndex _index = new(store, RunIndex.All);
    private readonly RunIndex _succeeded = new(store, RunIndex.Succeeded);

    /// <summary>Begins a run: mints its id, claims it, writes the first record of its journal, and only then makes it visible.</summary>
    /// <param name="flowName">The flow.</param>
    /// <param name="describe">Makes the first record, given the run's id and its time of creation.</param>
    /// <param name="takeOver">Adds what the run takes over from another one, which is there for every reader at once when the run becomes visible; null for nothing.</param>
    /// <param name="cancellation">Gives up.</param>
    public async ValueTask<StartedRun> StartAsync(
        string flowName,
        Func<string, DateTimeOffset, RunStartedRecord> describe,
        Func<RunPaths, JournalWriter, Task>? takeOver = null,
        CancellationToken cancellation = default)
    {
        var (paths, createdAt, claim) = await ClaimAsync(flowName, cancellation);
        try
        {
            var journal = new JournalWriter(store, paths);
            journal.Enqueue(describe(paths.RunId, createdAt));
            await (takeOver?.Invoke(paths, journal) ?? Task.CompletedTask);

            // A loss of power does not leave a run that is listed and cannot be read.
            await journal.SyncAsync(cancellation);

            // Taking over may have lasted.
            await claim.RenewAsync(cancellation);
            await _index.AddAsync(paths, cancellation);
            return new(paths, createdAt, journal, new(store, paths), _succeeded, claim);
        }
        catch
        {
            claim.Dispose();
            throw;
        }
    }

    /// <summary>The flows that have runs, by name.</summary>
    public IAsyncEnumerable<string> FlowsAsync(CancellationToken cancellation = default) => _index.FlowsAsync(cancellation);

    /// <summary>Runs, the newest first.</summary>
    /// <param name="flowName">Only this flow; null for all.</param>
    /// <param name="cancellation">Gives up.</param>
    public async IAsyncEnumerable<RunPaths> RunsAsync(
        string? flowName = null, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation = default)
    {
        IReadOnlyList<string> flows = flowName is null ? await FlowsAsync(cancellation).ToListAsync(cancellation) : [flowName];
        await foreach (var run in _index.RunsAsync(flows, cancellation))
        {
            yield return run;
        }
    }

    /// <summary>Runs of one flow, the newest first.</summary>
    /// <param name="flowName">The flow.</param>
    /// <param name="before">Only runs that stand after this one in the index, which are older; null for all.</param>
    /// <param name="onlySucceeded">Only runs that have succeeded; one whose runner died at its very end may be among them.</param>
    /// <param name="cancellation">Gives up.</param>
    public IAsyncEnumerable<RunPaths> RunsAsync(string flowName, string? before, bool onlySucceeded, CancellationToken cancellation = default) =>
        (onlySucceeded ? _succeeded : _index).RunsAsync(flowName, before, cancellation);

    /// <summary>Whether a run is visible.</summary>
    public ValueTask<bool> ContainsAsync(RunPaths run, CancellationToken cancellation = default) => _index.ContainsAsync(run, cancellation);

    /// <summary>Whether there is a store at all: opening one does not make it.</summary>
    public async ValueTask<bool> ExistsAsync(CancellationToken cancellation = default) => await store.FindAsync("format", cancellation) is not null;

    /// <summary>Finds what a path spec names: flow, run, step and task with slashes between, of which the first and the last ones may be left out; a run also by
    /// the beginning or the end of its id, or as <c>latest</c>.</summary>
    /// <param name="pathSpec">The path spec.</param>
    /// <param name="flowNames">The flows to look in when none is named; empty for all.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="FlowException">It names nothing, or several things.</exception>
    public async ValueTask<ResolvedPath> ResolveAsync(string pathSpec, IReadOnlyList<string> flowNames, CancellationToken cancellation = default) =>
        (await FindAsync(pathSpec, flowNames, cancellation)).Path;

    /// <summary>The same, with what was read to find it.</summary>
    /// <inheritdoc cref="ResolveAsync"/>
    public ValueTask<FoundPath> FindAsync(string pathSpec, IReadOnlyList<string> flowNames, CancellationToken cancellation = default) =>
        new PathResolver(store, this, _index).FindAsync(pathSpec, flowNames, cancellation);

    /// <summary>Opens a run for reading.</summary>
    public RunReader Open(RunPaths run) => new(store, run);

    /// <summary>Asks the runner of a run to stop.</summary>
    public async ValueTask RequestCancelAsync(RunPaths run, CancellationToken cancellation = default) =>
        await store.PutIfAbsentAsync(run.Cancel, default, cancellation);

    /// <summary>Whether someone has asked for a run to stop.</summary>
    public async ValueTask<bool> IsCancelRequestedAsync(RunPaths run, CancellationToken cancellation = default) =>
        await store.FindAsync(run.Cancel, cancellation) is not null;

    private async ValueTask<(RunPaths Paths, DateTimeOffset CreatedAt, RunClaim Claim)> ClaimAsync(string flowName, CancellationToken cancellation)
    {
        while (true)
        {
            var now = time.GetUtcNow();
            var paths = new RunPaths(flowName, RunId.Mint(now, random));

            // Held by another only if it minted the same id in the same millisecond.
            if (await RunClaim.TryTakeAsync(store, paths, time, cancellation) is { } claim)
            {
                return (paths, now, claim);
            }
        }
    }
}
