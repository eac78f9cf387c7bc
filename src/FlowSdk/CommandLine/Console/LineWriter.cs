namespace FlowSdk.CommandLine;

/// <summary>
/// Writes whole lines to standard output and standard error from any thread. Lines are gathered while a write is under way, so
/// that a chatty step costs few system calls, and yet each line is out at once when it is alone.
/// </summary>
internal sealed class LineWriter : IDisposable
{
    private const int FlushAt = 32 * 1024;

    private readonly Lock _gate = new();
    private readonly TextWriter _output;
    private readonly TextWriter _error;
    private int _pending;
    private bool _lastWasError;
    private bool _flushIsDue;

    public LineWriter(TextWriter output, TextWriter error) => (_output, _error) = (output, error);

    public void WriteLine(bool toError, params ReadOnlySpan<string> parts)
    {
        lock (_gate)
        {
            // Both often go to one place; then their order should be that of the lines.
            if (_lastWasError != toError && _pending > 0)
            {
                Flush();
            }

            _lastWasError = toError;
            var writer = toError ? _error : _output;
            foreach (var part in parts)
            {
                writer.Write(part);
                _pending += part.Length;
            }

            writer.Write('\n');
            _pending++;
            if (_pending >= FlushAt)
            {
                Flush();
            }
            else if (!_flushIsDue)
            {
                _flushIsDue = true;
                ThreadPool.UnsafeQueueUserWorkItem(static writer => writer.FlushDue(), this, preferLocal: false);
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            Flush();
        }
    }

    private void FlushDue()
    {
        lock (_gate)
        {
            _flushIsDue = false;
            Flush();
        }
    }

    private void Flush()
    {
        _output.Flush();
        _error.Flush();
        _pending = 0;
    }
}
