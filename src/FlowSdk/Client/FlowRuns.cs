using System.Runtime.CompilerServices;
using FlowSdk.Client;
using FlowSdk.Metadata;
using FlowSdk.Storage;

namespace FlowSdk;

/// <summary>The runs of one flow. May be used from any thread.</summary>
public sealed class FlowRuns
{
    private readonly IObjectStore _store;
    private readonly RunRegistry _registry;

    internal FlowRuns(string name, IObjectStore store, RunRegistry registry) => (Name, _store, _registry) = (name, store, registry);

    /// <summary>The name of the flow's class.</summary>
    public string Name { get; }

    /// <summary>Runs, the newest first, read while they are enumerated: whoever stops early has read little.</summary>
    /// <param name="tags">Only runs that have all of these tags, be they the user's or the system's.</param>
    /// <param name="status">Only runs in this state.</param>
    /// <param name="user">Only runs that this user started.</param>
    /// <param name="since">Only runs created at this time or later.</param>
    /// <param name="until">Only runs created before this time.</param>
    /// <param name="parameters">Only runs whose parameters have these values: names as in the class, values as JSON, where a text may go without quotes.</param>
    /// <param name="before">Only runs older than the one with this id: with the last run of a page, it begins the next one.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>
    /// The runs. One whose journal is damaged is among them unless something is asked of its contents; its own properties then throw, and the other runs stay readable.
    /// </returns>
    public async IAsyncEnumerable<Run> RunsAsync(
        IEnumerable<string>? tags = null,
        RunStatus? status = null,
        string? user = null,
        DateTimeOffset? since = null,
        DateTimeOffset? until = null,
        IReadOnlyDictionary<string, string>? parameters = null,
        string? before = null,
        [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        if (before is not null && !RunId.IsWhole(before))
        {
            throw PathResolver.Invalid(before, "It is not the whole id of a run.");
        }

        var filter = new RunFilter([.. tags ?? []], status is { } one ? [one] : [], user, since, until, parameters);
        var found = _registry.RunsAsync(Name, filter.StartAfter(before), filter.OnlySucceeded, cancellation);
        await foreach (var run in filter.ReadAsync(_store, found, damaged: false, cancellation))
        {
            yield return run;
        }
    }

    /// <summary>Finds a run.</summary>
    /// <param name="id">The run's id; a beginning or the end of it, if no other run has it; or <c>latest</c>.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The run.</returns>
    /// <exception cref="FlowException">No run of the flow matches, or several.</exception>
    public async Task<Run> RunAsync(string id, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return await Run.LoadAsync(_store, await FlowClient.RunPathAsync(_registry, id, [Name], cancellation), cancellation);
    }

    /// <summary>The newest run, whatever its state. What is read does not grow with the number of runs.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The run.</returns>
    /// <exception cref="FlowException">The flow has no run in this store.</exception>
    public async Task<Run> LatestRunAsync(CancellationToken cancellation = default) =>
        await RunsAsync(cancellation: cancellation).FirstOrDefaultAsync(cancellation) ?? throw await NoneAsync("run", cancellation);

    /// <summary>The newest run that has succeeded. What is read does not grow with the number of runs, nor with that of failed ones.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The run.</returns>
    /// <exception cref="FlowException">No run of the flow in this store has succeeded, or the newest one that may have is damaged.</exception>
    public async Task<Run> LatestSuccessfulRunAsync(CancellationToken cancellation = default)
    {
        await foreach (var paths in _registry.RunsAsync(Name, null, onlySucceeded: true, cancellation))
        {
            var run = await Run.LoadAsync(_store, paths, cancellation);

            // One that was ended between the two writes at its end is listed, and has not succeeded.
            if (run.Status == RunStatus.Succeeded)
            {
                return run;
            }
        }

        throw await NoneAsync("successful run", cancellation);
    }

    /// <inheritdoc/>
    public override string ToString() => Name;

    private async ValueTask<FlowException> NoneAsync(string what, CancellationToken cancellation) => new(
        FlowErrors.RunNotFound,
        await _registry.ExistsAsync(cancellation)
            ? $"There is no {what} of {Name} in the store {_store.Location}. Run the flow there first; FlowClient.Open and FLOWSDK_STORE name another store."
            : $"There is no {what} of {Name}, for there is no store {_store.Location}. FlowClient.Open and FLOWSDK_STORE name another store.");
}
