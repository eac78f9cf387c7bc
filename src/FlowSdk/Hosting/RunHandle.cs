using FlowSdk.Hosting;
using FlowSdk.Runtime;
using FlowSdk.Storage;

namespace FlowSdk;

/// <summary>A run that this process has started, and is the runner of. May be used from any thread.</summary>
/// <typeparam name="TFlow">The flow.</typeparam>
/// <remarks>The run goes on to its end whether or not anyone looks at the handle, unless the process ends, or the handle is disposed of.</remarks>
public sealed class RunHandle<TFlow> : IAsyncDisposable
    where TFlow : Flow, IFlow<TFlow>
{
    private readonly InProcessRun _execution;

    private RunHandle(InProcessRun execution, Run run) => (_execution, Run) = (execution, run);

    /// <summary>The run's id.</summary>
    public string RunId => Run.Id;

    /// <summary>The run as anyone can read it: its steps, tasks, logs, tags. It is <see cref="FlowSdk.Run.RefreshAsync">refreshed</see> at the end of the run.</summary>
    public Run Run { get; }

    /// <summary>The state of the run at this moment. It is interrupted when the run could not be brought to an end, as <see cref="Completion"/> then tells.</summary>
    public RunStatus Status => Completion switch
    {
        { IsCompletedSuccessfully: true, Result: var result } => result.Status,
        { IsCompleted: true } => RunStatus.Interrupted,
        _ => RunStatus.Running,
    };

    /// <summary>
    /// Ends with the run, with what it came to; a run that failed or was canceled is no exception here, see <see cref="RunResult.EnsureSucceeded"/>. It throws what kept the
    /// run from being brought to an end, such as a store that cannot be written to.
    /// </summary>
    public Task<RunResult> Completion => _execution.Completion;

    /// <summary>What the user should know and that stops nothing, each with its id.</summary>
    public IReadOnlyList<string> Warnings => _execution.Warnings;

    /// <summary>
    /// The lines that steps write, from the first, as they come, until the run ends. Any number of readers may do so, also afterwards.
    /// </summary>
    /// <param name="cancellation">Ends the reading, not the run.</param>
    /// <returns>The lines. The newest 10,000 are kept: who falls behind further misses some, which <see cref="Run.LogsAsync"/> has.</returns>
    public IAsyncEnumerable<LogLine> OutputAsync(CancellationToken cancellation = default) => _execution.Output.ReadAsync(cancellation);

    /// <summary>Waits for the end of the run, and gives the flow at its end: an object whose artifacts are loaded when they are read, and which cannot be changed.</summary>
    /// <param name="cancellation">Ends the waiting, not the run.</param>
    /// <returns>The state of the end task.</returns>
    /// <exception cref="RunFailedException">The run has failed, or was canceled.</exception>
    public async Task<TFlow> StateAsync(CancellationToken cancellation = default)
    {
        (await Completion.WaitAsync(cancellation)).EnsureSucceeded();
        return await Run.StateAsync<TFlow>(cancellation);
    }

    /// <summary>Stops the run in order: the tokens of running steps are canceled, and they have 10 s to end. Does not wait; nothing happens if the run is over.</summary>
    public void Cancel() => _execution.Cancel();

    /// <summary>Stops the run now: worker processes are ended, inline steps left to themselves. Does not wait; nothing happens if the run is over.</summary>
    public void Kill() => _execution.Kill();

    /// <summary>Stops the run, if it has not ended, waits for its end, and lets go of its store. <see cref="Run"/> can be read no more.</summary>
    /// <returns>The work.</returns>
    public ValueTask DisposeAsync() => _execution.DisposeAsync();

    internal static async Task<RunHandle<TFlow>> StartAsync(RunRequest request, IObjectStore store, bool ownsStore, Action<LogLine>? onOutput, CancellationToken cancellation)
    {
        var execution = new InProcessRun(request, store, ownsStore, onOutput);
        return new(execution, await execution.StartAsync(cancellation));
    }
}
