using FlowSdk.Metadata;
using FlowSdk.Runtime.Scheduling;

namespace FlowSdk.Runtime;

/// <summary>
/// Takes down what the scheduler wants done: records go to the journal's next append, and what is to be started or stopped waits
/// until that append has been made.
/// </summary>
internal sealed class RunActions(
    RunRequest request, string runId, JournalWriter journal, CaughtFailures caughtFailures, RunTimers timers, IRunObserver observer, TimeProvider time)
    : IScheduleActions
{
    private const int MaxKeptFailures = 10;

    private readonly List<(Order Order, RunningAttempt Attempt)> _orders = [];
    private readonly Dictionary<long, RunningAttempt> _running = [];

    private enum Order
    {
        Start,
        Cancel,
        Kill,
    }

    public RunEnd? Ended { get; private set; }

    public List<TaskFailure> Failures { get; } = [];

    public long FailureCount { get; private set; }

    public RecordPosition Commit(TaskCommit commit)
    {
        var detail = (AttemptDetail)commit.Output.Detail!;
        var table = commit.Output.Artifacts;
        var changes = table.Describe(commit.Base?.Artifacts);
        _running.Remove(commit.TaskId);
        var position = journal.Enqueue(new TaskFinishedRecord
        {
            TaskId = commit.TaskId,
            Key = commit.Key,
            Parents = commit.Parents,
            Attempt = commit.Attempt,
            StartedAt = detail.StartedAt,
            FinishedAt = detail.FinishedAt,
            Worker = detail.Worker,
            Transition = commit.Output.Transition,
            Artifacts = changes,
        });
        table.SetRecorded(position, changes.Depth);
        observer.OnTaskSucceeded(commit.Key.Step, commit.TaskId, commit.Attempt);
        return position;
    }

    public void Reuse(int step, long taskId) => observer.OnTaskReused(step, taskId);

    public void RecordFailure(AttemptFailure failure)
    {
        var now = time.GetUtcNow();
        _running.Remove(failure.TaskId, out var attempt);
        var detail = failure.Detail as AttemptDetail ?? new(attempt?.Worker ?? 0, attempt?.BegunAt ?? now, now);
        journal.Enqueue(new AttemptFailedRecord
        {
            TaskId = failure.TaskId,
            Key = failure.Key,
            Attempt = failure.Attempt,
            StartedAt = detail.StartedAt,
            FinishedAt = detail.FinishedAt,
            Worker = detail.Worker,
            Failure = failure.Failure,
            IsFinal = failure.IsFinal,
            Exit = detail.Exit,
        });
        if (failure.IsFinal && failure.Failure.Kind is not FailureKind.Canceled)
        {
            Keep(failure);
        }

        observer.OnAttemptFailed(failure.Key.Step, failure);
    }

    public TaskOutput Catch(CaughtTask caught)
    {
        var now = time.GetUtcNow();
        return new(caught.Transition, caughtFailures.Keep(caught), caught.Detail ?? new AttemptDetail(0, now, now));
    }

    public void Start(TaskStart start)
    {
        var attempt = new RunningAttempt(start);
        _running[start.TaskId] = attempt;
        _orders.Add((Order.Start, attempt));
    }

    public void Cancel(long taskId, int attempt) => Stop(Order.Cancel, taskId, attempt);

    public void Kill(long taskId, int attempt) => Stop(Order.Kill, taskId, attempt);

    public void SetTimer(long timer, TimeSpan delay) => timers.Set(timer, delay);

    public void CancelTimer(long timer) => timers.Remove(timer);

    public void Due(int step, long count) => observer.OnTasksDue(step, count);

    public void End(RunEnd end) => Ended = end;

    /// <summary>Hands over what is to be started and stopped, in the order in which the scheduler said it.</summary>
    public void Execute(ITaskRunner runner)
    {
        foreach (var (order, attempt) in _orders)
        {
            switch (order)
            {
                case Order.Start:
                    observer.OnAttemptStarted(attempt.Step, attempt.TaskId, attempt.Number);
                    runner.Start(attempt);
                    break;
                case Order.Cancel:
                    runner.Cancel(attempt);
                    break;
                default:
                    runner.Kill(attempt);
                    break;
            }
        }

        _orders.Clear();
        runner.EndBatch();
    }

    /// <summary>Records the attempts that have been under way for a while, once each.</summary>
    public void RecordUnderWay(DateTimeOffset before)
    {
        foreach (var attempt in _running.Values)
        {
            if (!attempt.IsRecorded && attempt.BegunAt is { } begun && begun <= before)
            {
                attempt.IsRecorded = true;
                journal.Enqueue(new TaskStartedRecord(attempt.TaskId, attempt.Start.Key, attempt.Number, begun, attempt.Worker));
            }
        }
    }

    private void Stop(Order order, long taskId, int attempt)
    {
        if (_running.TryGetValue(taskId, out var running) && running.Number == attempt)
        {
            _orders.Add((order, running));
        }
    }

    private void Keep(AttemptFailure failure)
    {
        FailureCount++;
        if (Failures.Count < MaxKeptFailures)
        {
            var step = request.Definition.Steps[failure.Key.Step].Name;
            Failures.Add(new($"{request.Definition.Name}/{runId}/{step}/{failure.TaskId}", failure.Key.Step, failure.TaskId, failure.Attempt, failure.Failure));
        }
    }
}
