using System.Runtime.CompilerServices;

namespace FlowSdk.Hosting;

/// <summary>The newest lines of a run, for any number of readers, each of which begins with the first that is kept.</summary>
/// <param name="capacity">How many are kept.</param>
internal sealed class OutputHistory(int capacity)
{
    private const int MaxTaken = 256;

    private readonly Lock _gate = new();

    // A ring: line n is at n modulo the capacity.
    private readonly List<LogLine> _lines = [];
    private TaskCompletionSource? _changed;
    private long _count;
    private bool _isComplete;

    public void Add(LogLine line)
    {
        lock (_gate)
        {
            if (_lines.Count < capacity)
            {
                _lines.Add(line);
            }
            else
            {
                _lines[(int)(_count % capacity)] = line;
            }

            _count++;
            Signal();
        }
    }

    /// <summary>No line will follow.</summary>
    public void Complete()
    {
        lock (_gate)
        {
            _isComplete = true;
            Signal();
        }
    }

    public async IAsyncEnumerable<LogLine> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        long next = 0;
        while (true)
        {
            var (lines, changed) = Take(ref next);
            foreach (var line in lines)
            {
                yield return line;
            }

            if (lines.Length == 0)
            {
                if (changed is null)
                {
                    yield break;
                }

                await changed.WaitAsync(cancellation);
            }
        }
    }

    /// <summary>The lines from one on; if there are none, what ends when there may be, or null when there never will.</summary>
    private (LogLine[] Lines, Task? Changed) Take(ref long next)
    {
        lock (_gate)
        {
            next = Math.Max(next, _count - _lines.Count);
            var lines = new LogLine[Math.Min(_count - next, MaxTaken)];
            for (var i = 0; i < lines.Length; i++)
            {
                lines[i] = _lines[(int)(next++ % capacity)];
            }

            return (lines, _isComplete ? null : (_changed ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task);
        }
    }

    private void Signal()
    {
        _changed?.SetResult();
        _changed = null;
    }
}
