namespace FlowSdk.Runtime.Workers;

/// <summary>A worker that starts while the runner is still reading its options. Disposed when no run follows.</summary>
internal sealed class WorkerPrestart : IAsyncDisposable
{
    private WorkerPrestart(WorkerLaunch launch) => Launch = launch;

    public WorkerLaunch Launch { get; }

    public static WorkerPrestart Start(WorkerLaunch launch) => new(launch);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
