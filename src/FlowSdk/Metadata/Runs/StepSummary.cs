namespace FlowSdk.Metadata;

/// <summary>How far a step of a run has come.</summary>
/// <param name="Step">The step's number.</param>
/// <param name="Name">Its name.</param>
/// <param name="Counts">Its tasks that have ended.</param>
/// <param name="Reused">How many of those that succeeded were taken over from another run; times leave them out.</param>
/// <param name="Running">Tasks seen to be under way; short ones are not.</param>
/// <param name="Pending">Tasks of a running run that are due and not seen to be under way.</param>
/// <param name="Interrupted">Tasks that were seen to be under way and did not end before the runner was gone.</param>
/// <param name="FailedAttempts">Attempts that failed, retried ones included.</param>
/// <param name="StartedAt">When its first task started; null if none has.</param>
/// <param name="FinishedAt">When its last task ended; null if none has.</param>
/// <param name="TaskTime">The time that its finished tasks took, added up.</param>
internal sealed record StepSummary(
    int Step, string Name, StepCounts Counts, long Reused, int Running, long Pending, int Interrupted, int FailedAttempts, DateTimeOffset? StartedAt, DateTimeOffset? FinishedAt, TimeSpan TaskTime);
