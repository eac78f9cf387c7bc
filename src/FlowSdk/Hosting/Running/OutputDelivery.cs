using System.Threading.Channels;

namespace FlowSdk.Hosting;

/// <summary>
/// Hands lines to the code that started the run, one at a time. It does so on its own, and steps do not wait: a step that prints holds the lock of the console, which that
/// code may need; and outside the async context of any step, so that what the code prints is its own.
/// </summary>
internal sealed class OutputDelivery
{
    private readonly Channel<LogLine> _lines = Channel.CreateUnbounded<LogLine>(new() { SingleReader = true });
    private readonly Task _delivery;

    /// <param name="receive">The code.</param>
    /// <param name="stop">Stops the run; called when the code throws.</param>
    public OutputDelivery(Action<LogLine> receive, Action stop)
    {
        using (ExecutionContext.SuppressFlow())
        {
            _delivery = Task.Run(() => DeliverAsync(receive, stop));
        }
    }

    public void Add(LogLine line) => _lines.Writer.TryWrite(line);

    /// <summary>Waits until the code has had all lines.</summary>
    /// <exception cref="Exception">What it threw.</exception>
    public Task CompleteAsync()
    {
        _lines.Writer.Complete();
        return _delivery;
    }

    private async Task DeliverAsync(Action<LogLine> receive, Action stop)
    {
        try
        {
            await foreach (var line in _lines.Reader.ReadAllAsync())
            {
                receive(line);
            }
        }
        catch
        {
            stop();
            throw;
        }
    }
}
