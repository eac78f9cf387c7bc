namespace FlowSdk.Metadata;

/// <summary>Gathers what a journal says of one task.</summary>
internal sealed class TaskHistory(long taskId, TaskKey key)
{
    private readonly SortedDictionary<int, AttemptSummary> _attempts = [];
    private JournalEntry? _finished;
    private AttemptFailedRecord? _final;

    /// <summary>Whether no attempt follows.</summary>
    public bool HasEnded => _finished is not null || _final is not null;

    /// <summary>The task that a record is of; null if it is of none.</summary>
    public static (long Id, TaskKey Key)? Of(JournalRecord record) => record switch
    {
        TaskStartedRecord started => (started.TaskId, started.Key),
        TaskFinishedRecord finished => (finished.TaskId, finished.Key),
        AttemptFailedRecord failed => (failed.TaskId, failed.Key),
        _ => null,
    };

    /// <summary>Adds a record of the task.</summary>
    /// <param name="history">What came before; null if it is the first.</param>
    /// <param name="entry">The record.</param>
    public static TaskHistory Add(TaskHistory? history, JournalEntry entry)
    {
        if (history is null)
        {
            var (id, key) = Of(entry.Record) ?? throw new ArgumentException("The record is of no task.", nameof(entry));
            history = new(id, key);
        }

        history.Add(entry);
        return history;
    }

    private void Add(JournalEntry entry)
    {
        switch (entry.Record)
        {
            case TaskStartedRecord record:
                _attempts[record.Attempt] = new(record.Attempt, record.StartedAt, null, record.Worker);
                break;
            case TaskFinishedRecord record:
                // The last attempt of a task that is caught has both failed and left what the run goes on with.
                var failed = _attempts.GetValueOrDefault(record.Attempt);
                _attempts[record.Attempt] = new(record.Attempt, record.StartedAt, record.FinishedAt, record.Worker, failed?.Failure, failed?.Exit);
                _finished = entry;
                break;
            case AttemptFailedRecord record:
                _attempts[record.Attempt] = new(record.Attempt, record.StartedAt, record.FinishedAt, record.Worker, record.Failure, record.Exit);
                _final = record.IsFinal ? record : null;
                break;
        }
    }

    public TaskSummary Summarize(RunStatus run) => new(
        taskId, key, StatusIn(run), [.. _attempts.Values], _finished?.Record as TaskFinishedRecord, _finished?.Position);

    private TaskRunStatus StatusIn(RunStatus run) => (_finished, _final, run) switch
    {
        ({ }, _, _) => TaskRunStatus.Succeeded,
        (_, { Failure.Kind: FailureKind.Canceled }, _) => TaskRunStatus.Canceled,
        (_, { }, _) => TaskRunStatus.Failed,
        (_, _, RunStatus.Running) => _attempts.Last().Value.FinishedAt is null ? TaskRunStatus.Running : TaskRunStatus.Pending,
        (_, _, RunStatus.Interrupted) => TaskRunStatus.Interrupted,
        _ => TaskRunStatus.Canceled,
    };
}
