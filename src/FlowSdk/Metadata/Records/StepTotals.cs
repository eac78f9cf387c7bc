namespace FlowSdk.Metadata;

/// <summary>What became of the tasks of a step.</summary>
/// <param name="Counts">Its tasks that have ended.</param>
/// <param name="Reused">How many of those that succeeded were taken over from another run; times leave them out.</param>
/// <param name="FailedAttempts">Attempts that failed, retried ones included.</param>
/// <param name="StartedAt">When its first task started; null if none has.</param>
/// <param name="FinishedAt">When its last task ended; null if none has.</param>
/// <param name="TaskTime">The time that its finished tasks took, added up.</param>
internal sealed record StepTotals(
    StepCounts Counts, long Reused = 0, int FailedAttempts = 0, DateTimeOffset? StartedAt = null, DateTimeOffset? FinishedAt = null, TimeSpan TaskTime = default);
