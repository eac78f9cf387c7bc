using System.Runtime.CompilerServices;
using FlowSdk.Metadata;
using FlowSdk.Storage;

namespace FlowSdk;

/// <summary>
/// Reads past and present runs of a store, from any program: nothing that was run need be at hand, and nothing is locked. Nothing is written either, save
/// tags when they are changed. May be used from any thread.
/// </summary>
public sealed class FlowClient : IAsyncDisposable
{
    private readonly IObjectStore _store;
    private readonly RunRegistry _registry;
    private readonly bool _ownsStore;

    internal FlowClient(IObjectStore store, bool ownsStore)
    {
        (_store, _ownsStore) = (store, ownsStore);
        _registry = new(store, TimeProvider.System, Random.Shared);
    }

    /// <summary>Where the runs are kept: a folder, or the URL of a store.</summary>
    public string Location => _store.Location;

    /// <summary>Opens a store.</summary>
    /// <param name="location">
    /// A folder, or the URL of a store. Left out, it is the store that a flow program in this place would use: <c>FLOWSDK_STORE</c>, else <c>.flowsdk</c> in the current
    /// directory; within a step, the store of the run.
    /// </param>
    /// <returns>The client. A store that does not exist has no runs.</returns>
    /// <exception cref="FlowException">There is something else in that place, or a store of another version.</exception>
    public static FlowClient Open(string? location = null) => location is null && ObjectStores.Current is { } current
        ? new(current, ownsStore: false)
        : new(ObjectStores.Open(location ?? ObjectStores.ConfiguredLocation), ownsStore: true);

    /// <summary>The flows that have runs in the store, by name.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The flows.</returns>
    public async IAsyncEnumerable<FlowRuns> FlowsAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var name in _registry.FlowsAsync(cancellation))
        {
            yield return Flow(name);
        }
    }

    /// <summary>The runs of a flow.</summary>
    /// <param name="name">The name of the flow's class.</param>
    /// <returns>The flow, whether it has runs or not.</returns>
    public FlowRuns Flow(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return new(name, _store, _registry);
    }

    /// <summary>The runs of a flow.</summary>
    /// <typeparam name="TFlow">The flow.</typeparam>
    /// <returns>The flow, whether it has runs or not.</returns>
    public FlowRuns Flow<TFlow>()
        where TFlow : Flow, IFlow<TFlow> => Flow(typeof(TFlow).Name);

    /// <summary>Finds a run of any flow.</summary>
    /// <param name="pathSpec">Flow and run with a slash between; the flow may be left out, the run shortened to a beginning or the end of its id, or be <c>latest</c>.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The run.</returns>
    /// <exception cref="FlowException">No run matches, or several.</exception>
    public async Task<Run> RunAsync(string pathSpec, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(pathSpec);
        return await Run.LoadAsync(_store, await RunPathAsync(_registry, pathSpec, [], cancellation), cancellation);
    }

    /// <summary>Finds a task of any flow.</summary>
    /// <param name="pathSpec">Flow, run, step and task with slashes between, as <see cref="TaskRun.PathSpec"/> has it. Flow and step may be left out.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The task.</returns>
    /// <exception cref="FlowException">No task matches.</exception>
    public async Task<TaskRun> TaskAsync(string pathSpec, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(pathSpec);
        var found = await _registry.FindAsync(pathSpec, [], cancellation);
        return found.Task is { } task ? new(new(_store, found.Reader), task) : throw PathResolver.Invalid(pathSpec, "It names no task.");
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _ownsStore ? _store.DisposeAsync() : default;

    internal static async ValueTask<RunPaths> RunPathAsync(RunRegistry registry, string pathSpec, IReadOnlyList<string> flows, CancellationToken cancellation)
    {
        var path = await registry.ResolveAsync(pathSpec, flows, cancellation);
        return path.StepName is null && path.TaskId is null
            ? path.Run
            : throw PathResolver.Invalid(pathSpec, $"It names a step or a task of the run {path.Run.FlowName}/{path.Run.RunId}, and a run is wanted.");
    }
}
