using FlowSdk.Metadata;

namespace FlowSdk;

/// <summary>An attempt at a task.</summary>
/// <param name="Number">Its number, from 0.</param>
/// <param name="Status">How it ended: running, succeeded, failed, canceled, or interrupted.</param>
/// <param name="StartedAt">When it started, in UTC.</param>
/// <param name="FinishedAt">When it ended, in UTC; null while it is under way, and when it was interrupted.</param>
/// <param name="Worker">The number of the worker process that ran it, from 1; 0 if it ran inline.</param>
/// <param name="Exit">
/// The exit code of the worker process, if the process ended with the attempt: what the step exited with, or for a signal, on Unix, 128 and its number, such as 137 for SIGKILL; else null.
/// </param>
/// <param name="Failure">Why it failed; null if it did not.</param>
public sealed record AttemptRun(int Number, TaskRunStatus Status, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt, int Worker, int? Exit, StepFailure? Failure)
{
    /// <summary>From its start to its end; null while it is under way, and when it was interrupted.</summary>
    public TimeSpan? Duration => FinishedAt - StartedAt;

    internal static AttemptRun Of(AttemptSummary attempt, TaskRunStatus task) => new(
        attempt.Number,
        attempt.Failure is { } failure ? (failure.Kind == FailureKind.Canceled ? TaskRunStatus.Canceled : TaskRunStatus.Failed)
            : attempt.FinishedAt is null ? task : TaskRunStatus.Succeeded,
        attempt.StartedAt,
        attempt.FinishedAt,
        attempt.Worker,
        attempt.Exit,
        attempt.Failure);
}
