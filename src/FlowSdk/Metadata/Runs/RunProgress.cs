namespace FlowSdk.Metadata;

/// <summary>How far a run has come.</summary>
/// <param name="Steps">Its steps, by number.</param>
/// <param name="FirstFailures">The ids of the first tasks that failed for good; at most <see cref="RunTotals.MaxFailures"/>.</param>
internal sealed record RunProgress(IReadOnlyList<StepSummary> Steps, IReadOnlyList<long> FirstFailures);
