namespace FlowSdk.Metadata;

/// <summary>All that the journal says of one task.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="Key">What it is.</param>
/// <param name="Status">Its state now.</param>
/// <param name="Attempts">Its attempts, in order.</param>
/// <param name="Finished">The record with which it succeeded; else null.</param>
/// <param name="Position">Where that record stands; null without one.</param>
internal sealed record TaskSummary(
    long TaskId, TaskKey Key, TaskRunStatus Status, IReadOnlyList<AttemptSummary> Attempts, TaskFinishedRecord? Finished, RecordPosition? Position)
{
    /// <summary>Why its last attempt failed; null if it did not.</summary>
    public StepFailure? Failure => Status is TaskRunStatus.Failed or TaskRunStatus.Canceled or TaskRunStatus.Pending ? Attempts[^1].Failure : null;
}

/// <summary>One attempt at a task.</summary>
/// <param name="Number">From 0.</param>
/// <param name="StartedAt">When it started.</param>
/// <param name="FinishedAt">When it ended; null while it is under way.</param>
/// <param name="Worker">The number of its worker, from 1; 0 for inline.</param>
/// <param name="Failure">Why it failed; null if it did not.</param>
/// <param name="Exit">The exit code of the worker process that ended with it; null if none did.</param>
internal sealed record AttemptSummary(int Number, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt, int Worker, StepFailure? Failure = null, int? Exit = null);
