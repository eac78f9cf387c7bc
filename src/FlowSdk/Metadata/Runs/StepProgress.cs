namespace FlowSdk.Metadata;

/// <summary>Adds up what a journal says of one step.</summary>
internal sealed class StepProgress(int step, string name)
{
    /// <summary>Tasks that have begun and not ended, with the attempt that failed last, or -1.</summary>
    private readonly Dictionary<long, int> _open = [];
    private long _succeeded;
    private long _reused;
    private long _failed;
    private long _canceled;
    private int _failedAttempts;
    private DateTimeOffset? _startedAt;
    private DateTimeOffset? _finishedAt;
    private TimeSpan _taskTime;

    public void Add(TaskStartedRecord record)
    {
        _open.TryAdd(record.TaskId, -1);
        Begin(record.StartedAt);
    }

    public void Add(TaskFinishedRecord record)
    {
        _succeeded++;
        var isOpen = _open.Remove(record.TaskId, out var failed);
        if (record.Origin is not null)
        {
            _reused++;
            return;
        }

        // What is caught has failed and finished with one attempt, whose time counts once.
        if (!isOpen || failed != record.Attempt)
        {
            Begin(record.StartedAt);
            End(record.StartedAt, record.FinishedAt);
        }
    }

    public void Add(AttemptFailedRecord record)
    {
        Begin(record.StartedAt);
        End(record.StartedAt, record.FinishedAt);
        _failedAttempts++;
        if (!record.IsFinal)
        {
            _open[record.TaskId] = record.Attempt;
            return;
        }

        _open.Remove(record.TaskId);
        if (record.Failure.Kind == FailureKind.Canceled)
        {
            _canceled++;
        }
        else
        {
            _failed++;
        }
    }

    /// <param name="final">The counts at the end of the run, which know of tasks that never began; null while it runs.</param>
    public StepSummary Summarize(StepCounts? final) => new(
        step, name, final ?? new(_succeeded, _failed, _canceled), _reused, _open.Count, _failedAttempts, _startedAt, _finishedAt, _taskTime);

    private void Begin(DateTimeOffset time) => _startedAt = _startedAt is { } known && known <= time ? known : time;

    private void End(DateTimeOffset began, DateTimeOffset ended)
    {
        _finishedAt = _finishedAt is { } known && known >= ended ? known : ended;
        _taskTime += ended - began;
    }
}
