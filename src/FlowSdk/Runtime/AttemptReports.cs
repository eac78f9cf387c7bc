using FlowSdk.Generated;
using FlowSdk.Metadata;
using FlowSdk.Runtime.Execution;
using FlowSdk.Runtime.Scheduling;

namespace FlowSdk.Runtime;

/// <summary>Tells the run's queue how attempts ended. May be used from any thread.</summary>
internal sealed class AttemptReports(RunQueue queue, FlowDefinition definition, TimeProvider time)
{
    /// <summary>A worker, from 1, or the runner itself, 0, takes an attempt on.</summary>
    public void Begin(RunningAttempt attempt, int worker)
    {
        attempt.Begin(worker, time.GetUtcNow());
        if (attempt.Start.IsTimed)
        {
            queue.Post(new ScheduleEvent.Begun(attempt.TaskId, attempt.Number));
        }
    }

    public void Report(RunningAttempt attempt, TaskResult result)
    {
        var now = time.GetUtcNow();
        var begun = attempt.BegunAt ?? now;
        queue.Post(result switch
        {
            TaskResult.Success success => new ScheduleEvent.Succeeded(attempt.TaskId, attempt.Number, new TaskOutput(
                success.Transition,
                TableAfter(attempt.Start, success.Changes),
                new AttemptDetail(attempt.Worker, begun, now))),
            TaskResult.Failure failure => new ScheduleEvent.Failed(
                attempt.TaskId, attempt.Number, failure.Reason, failure.MayRetry, new AttemptDetail(attempt.Worker, begun, now, failure.Exit), KeptAfter(attempt.Start, failure.Changes)),
            _ => throw new ArgumentOutOfRangeException(nameof(result)),
        });
    }

    public void ReportNotStarted(RunningAttempt attempt, StepFailure reason) =>
        queue.Post(new ScheduleEvent.NotStarted(attempt.TaskId, attempt.Number, reason));

    /// <summary>Tells the user something that stops nothing.</summary>
    public void Warn(string id, string message) => queue.PostWarning(id, message);

    /// <summary>Ends the run with an error: an attempt cannot be carried out or told of, through no fault of its step.</summary>
    public void Fault(Exception fault) => queue.PostFault(fault);

    private ArtifactTable? KeptAfter(TaskStart start, IReadOnlyList<ArtifactChange> changes) =>
        changes.Count == 0 ? null : TableAfter(start, changes);

    private ArtifactTable TableAfter(TaskStart start, IReadOnlyList<ArtifactChange> changes)
    {
        var before = start.Join is null ? start.Parent?.Artifacts : null;
        return (before ?? ArtifactTable.Empty(definition.Artifacts.Count)).With(changes);
    }
}
