namespace FlowSdk.Metadata;

/// <summary>Adds up what a journal says of one step.</summary>
internal sealed class StepProgress
{
    /// <summary>Tasks that have begun and not ended, with the attempt that failed last, or -1.</summary>
    private readonly Dictionary<long, int> _open = [];
    private int _waiting;
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
        Open(record.TaskId, -1);
        Begin(record.StartedAt);
    }

    public void Add(TaskFinishedRecord record)
    {
        _succeeded++;
        var isOpen = Close(record.TaskId, out var failed);
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
            Open(record.TaskId, record.Attempt);
            return;
        }

        Close(record.TaskId, out _);
        if (record.Failure.Kind == FailureKind.Canceled)
        {
            _canceled++;
        }
        else
        {
            _failed++;
        }
    }

    /// <summary>What became of the tasks so far.</summary>
    public StepTotals Sum() => new(new(_succeeded, _failed, _canceled), _reused, _failedAttempts, _startedAt, _finishedAt, _taskTime);

    /// <summary>How far the step has come.</summary>
    /// <param name="step">Its number.</param>
    /// <param name="name">Its name.</param>
    /// <param name="run">The state of the run.</param>
    /// <param name="due">How many of its tasks have come due.</param>
    public StepSummary Summarize(int step, string name, RunStatus run, long due)
    {
        var isRunning = run == RunStatus.Running;
        var begun = _succeeded + _failed + _canceled + _open.Count;
        return new(
            step,
            name,
            isRunning ? _open.Count - _waiting : 0,
            isRunning ? Math.Max(0, due - begun) + _waiting : 0,
            run == RunStatus.Interrupted ? _open.Count : 0,
            Sum());
    }

    // Who has failed and may try again waits until it is seen to be under way.
    private void Open(long taskId, int failedAttempt)
    {
        Close(taskId, out _);
        _open.Add(taskId, failedAttempt);
        _waiting += failedAttempt < 0 ? 0 : 1;
    }

    private bool Close(long taskId, out int failedAttempt)
    {
        var isOpen = _open.Remove(taskId, out failedAttempt);
        _waiting -= isOpen && failedAttempt >= 0 ? 1 : 0;
        return isOpen;
    }

    private void Begin(DateTimeOffset time) => _startedAt = _startedAt is { } known && known <= time ? known : time;

    private void End(DateTimeOffset began, DateTimeOffset ended)
    {
        _finishedAt = _finishedAt is { } known && known >= ended ? known : ended;
        _taskTime += ended - began;
    }
}
