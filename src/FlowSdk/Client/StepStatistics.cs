using FlowSdk.Metadata;

namespace FlowSdk;

/// <summary>How far a step of a run has come.</summary>
/// <param name="Succeeded">Its tasks that have succeeded.</param>
/// <param name="Failed">Its tasks that have failed for good.</param>
/// <param name="Canceled">Its tasks that were stopped, or never began because the run ended before.</param>
/// <param name="Running">Its tasks that are under way, as far as they have run for about a second.</param>
/// <param name="Pending">Its tasks that are due while the run is running, and have not been seen to begin, or to begin their next attempt after one that failed.</param>
/// <param name="Interrupted">Its tasks that were under way when the runner was gone, as far as they had run for about a second.</param>
/// <param name="FailedAttempts">Its attempts that have failed, those included after which another one followed.</param>
/// <param name="StartedAt">When its first task started, in UTC; null if none has.</param>
/// <param name="FinishedAt">When its last task ended, in UTC; null if none has.</param>
/// <param name="TaskTime">The time that its finished attempts took, added up.</param>
public sealed record StepStatistics(
    long Succeeded,
    long Failed,
    long Canceled,
    int Running,
    long Pending,
    int Interrupted,
    int FailedAttempts,
    DateTimeOffset? StartedAt,
    DateTimeOffset? FinishedAt,
    TimeSpan TaskTime)
{
    internal static StepStatistics Of(StepSummary step) => new(
        step.Counts.Succeeded,
        step.Counts.Failed,
        step.Counts.Canceled,
        step.Running,
        step.Pending,
        step.Interrupted,
        step.FailedAttempts,
        step.StartedAt,
        step.FinishedAt,
        step.TaskTime);
}
