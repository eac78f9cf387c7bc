namespace FlowSdk.Metadata;

/// <summary>What <c>runs</c> and <c>status</c> say of a run.</summary>
/// <param name="Start">The first record of its journal.</param>
/// <param name="Status">Its state now.</param>
/// <param name="FinishedAt">When it ended; null while it runs and when it was interrupted.</param>
/// <param name="Tags">Its tags as they are now, in order.</param>
/// <param name="End">The last record of its journal, if it was written.</param>
internal sealed record RunSummary(
    RunStartedRecord Start, RunStatus Status, DateTimeOffset? FinishedAt, IReadOnlyList<string> Tags, RunFinishedRecord? End);
