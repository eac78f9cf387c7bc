namespace FlowSdk.Metadata;

/// <summary>The last record of a run that was not interrupted.</summary>
internal sealed record RunFinishedRecord : JournalRecord
{
    public required RunStatus Status { get; init; }

    public required DateTimeOffset FinishedAt { get; init; }

    /// <summary>What became of the tasks, by step number; so nobody reads the journal for it.</summary>
    public required IReadOnlyList<StepTotals> Steps { get; init; }

    /// <summary>The record of the end task, when the run succeeded.</summary>
    public RecordPosition? EndTask { get; init; }

    /// <summary>The ids of the first tasks that failed for good, in the order in which they did; at most <see cref="RunTotals.MaxFailures"/>.</summary>
    public IReadOnlyList<long> FirstFailures { get; init; } = [];
}
