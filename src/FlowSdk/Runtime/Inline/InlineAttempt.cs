namespace FlowSdk.Runtime.Inline;

/// <summary>An attempt that runs in the runner itself, and its token.</summary>
internal sealed class InlineAttempt(RunningAttempt attempt) : IDisposable
{
    private readonly CancellationTokenSource _cancellation = new();
    private readonly Lock _gate = new();
    private bool _isOver;

    public RunningAttempt Attempt { get; } = attempt;

    public CancellationToken Cancellation => _cancellation.Token;

    /// <summary>Cancels the token, on a thread of its own: what a step has registered may take its time, or throw.</summary>
    public void Cancel()
    {
        lock (_gate)
        {
            if (!_isOver)
            {
                _ = _cancellation.CancelAsync();
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _isOver = true;
        }

        _cancellation.Dispose();
    }
}
