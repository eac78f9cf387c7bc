namespace FlowSdk.CommandLine;

/// <summary>The last lines that each running task wrote, for the report of those that fail.</summary>
internal sealed class RecentOutput
{
    private const int MaxLines = 5;

    private readonly Dictionary<long, Queue<string>> _lines = [];
    private readonly Lock _gate = new();

    public void Add(long taskId, string line)
    {
        lock (_gate)
        {
            if (!_lines.TryGetValue(taskId, out var lines))
            {
                _lines[taskId] = lines = new(MaxLines);
            }

            if (lines.Count == MaxLines)
            {
                lines.Dequeue();
            }

            lines.Enqueue(ShortLine.Of(line));
        }
    }

    public void Forget(long taskId)
    {
        lock (_gate)
        {
            _lines.Remove(taskId);
        }
    }

    public IReadOnlyList<string> Of(long taskId)
    {
        lock (_gate)
        {
            return _lines.TryGetValue(taskId, out var lines) ? [.. lines] : [];
        }
    }
}
