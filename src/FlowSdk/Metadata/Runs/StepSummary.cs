namespace FlowSdk.Metadata;

/// <summary>How far a step of a run has come.</summary>
/// <param name="Step">The step's number.</param>
/// <param name="Name">Its name.</param>
/// <param name="Running">Tasks seen to be under way; short ones are not.</param>
/// <param name="Pending">Tasks of a running run that are due and not seen to be under way.</param>
/// <param name="Interrupted">Tasks that were seen to be under way and did not end before the runner was gone.</param>
/// <param name="Totals">What became of its tasks so far.</param>
internal sealed record StepSummary(int Step, string Name, int Running, long Pending, int Interrupted, StepTotals Totals)
{
    public StepCounts Counts => Totals.Counts;

    public long Reused => Totals.Reused;

    public int FailedAttempts => Totals.FailedAttempts;

    public DateTimeOffset? StartedAt => Totals.StartedAt;

    public DateTimeOffset? FinishedAt => Totals.FinishedAt;

    public TimeSpan TaskTime => Totals.TaskTime;
}
