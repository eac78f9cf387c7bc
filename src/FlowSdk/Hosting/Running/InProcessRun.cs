using System.Globalization;
using FlowSdk.Metadata;
using FlowSdk.Runtime;
using FlowSdk.Storage;

namespace FlowSdk.Hosting;

/// <summary>A run that code has started, from its request to its end.</summary>
internal sealed class InProcessRun : IAsyncDisposable
{
    private readonly RunRequest _request;
    private readonly IObjectStore _store;
    private readonly bool _ownsStore;
    private readonly OutputDelivery? _delivery;
    private readonly InProcessObserver _observer;
    private readonly CancellationTokenSource _cancel = new();
    private readonly CancellationTokenSource _kill = new();
    private readonly Lock _gate = new();
    private bool _isDisposed;

    public InProcessRun(RunRequest request, IObjectStore store, bool ownsStore, Action<LogLine>? onOutput)
    {
        (_request, _store, _ownsStore) = (request, store, ownsStore);
        _delivery = onOutput is null ? null : new(onOutput, Cancel);
        _observer = new(request.Definition, _delivery);
    }

    /// <summary>Ends with the run. Canceled as long as there is none.</summary>
    public Task<RunResult> Completion { get; private set; } = Task.FromCanceled<RunResult>(new(canceled: true));

    public OutputHistory Output => _observer.Output;

    public IReadOnlyList<string> Warnings => _observer.Warnings;

    /// <summary>Starts the run. Ends when it exists, or throws what kept it from that.</summary>
    public async Task<Run> StartAsync(CancellationToken cancellation)
    {
        var registration = cancellation.Register(Cancel);
        var execution = Task.Run(
            () => RunExecution.ExecuteAsync(_request, _store, _observer, TimeProvider.System, _cancel.Token, _kill.Token), CancellationToken.None);
        if (await Task.WhenAny(_observer.Started, execution) == execution && !_observer.Started.IsCompleted)
        {
            await registration.DisposeAsync();
            await DisposeAsync();
            await (_delivery?.CompleteAsync() ?? Task.CompletedTask);
            await execution;
        }

        var run = await Run.LoadAsync(_store, new(_request.Definition.Name, await _observer.Started), CancellationToken.None);
        Completion = FinishAsync(execution, run, registration);
        return run;
    }

    public void Cancel() => Stop(_cancel);

    public void Kill() => Stop(_kill);

    public async ValueTask DisposeAsync()
    {
        Cancel();
        // Whatever ended the run comes out of Completion.
        await ((Task)Completion).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (_gate)
        {
            if (_isDisposed)
            {
                return;
            }

            _isDisposed = true;
            _cancel.Dispose();
            _kill.Dispose();
        }

        if (_ownsStore)
        {
            await _store.DisposeAsync();
        }
    }

    private async Task<RunResult> FinishAsync(Task<RunOutcome> execution, Run run, CancellationTokenRegistration registration)
    {
        try
        {
            var outcome = await execution;
            await run.RefreshAsync();
            return new(run.PathSpec, outcome.Status, [.. outcome.Failures.Select(Describe)], outcome.FailureCount);
        }
        finally
        {
            await registration.DisposeAsync();
            Output.Complete();
            await (_delivery?.CompleteAsync() ?? Task.CompletedTask);
        }
    }

    private RunFailure Describe(TaskFailure failure) => new(
        failure.PathSpec,
        _request.Definition.Steps[failure.Step].Name,
        failure.TaskId.ToString(CultureInfo.InvariantCulture),
        failure.Attempt,
        failure.Failure);

    private void Stop(CancellationTokenSource how)
    {
        lock (_gate)
        {
            if (!_isDisposed)
            {
                how.Cancel();
            }
        }
    }
}
