namespace FlowSdk.Runtime.Workers;

/// <summary>
/// The channel of a run's workers, and the first worker, which starts while the runner is still reading its options. Disposed
/// by whoever started it when no run follows, and by the run's pool else.
/// </summary>
internal sealed class WorkerPrestart : IAsyncDisposable
{
    private WorkerPrestart(WorkerLaunch launch)
    {
        Launch = launch;
        Listener = new();
        Process = Task.Run(() => WorkerProcess.Start(launch, Variables(Listener, Token)));
    }

    public WorkerLaunch Launch { get; }

    public ControlListener Listener { get; }

    /// <summary>What the first worker proves itself with.</summary>
    public string Token { get; } = Secrets.New();

    /// <summary>The first worker.</summary>
    public Task<WorkerProcess> Process { get; }

    /// <summary>Whether a run has taken over, and looks after the worker.</summary>
    public bool IsAdopted { get; set; }

    public static WorkerPrestart Start(WorkerLaunch launch) => new(launch);

    /// <summary>The environment variables by which a worker finds its runner.</summary>
    public static (string Name, string Value)[] Variables(ControlListener listener, string token) =>
        [(WorkerVariables.Channel, listener.Address), (WorkerVariables.Token, token)];

    public async ValueTask DisposeAsync()
    {
        if (IsAdopted)
        {
            return;
        }

        Listener.Dispose();
        var process = await Process;
        process.Kill();
        await process.WaitAsync();
        process.Dispose();
    }
}
