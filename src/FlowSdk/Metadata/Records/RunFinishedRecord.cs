namespace FlowSdk.Metadata;

/// <summary>The last record of a run that was not interrupted.</summary>
internal sealed record RunFinishedRecord : JournalRecord
{
    public required RunStatus Status { get; init; }

    public required DateTimeOffset FinishedAt { get; init; }

    /// <summary>Tasks by step number.</summary>
    public required IReadOnlyList<StepCounts> Steps { get; init; }

    /// <summary>The record of the end task, when the run succeeded.</summary>
    public RecordPosition? EndTask { get; init; }
}

/// <summary>How many tasks of a step ended how.</summary>
internal readonly record struct StepCounts(long Succeeded, long Failed, long Canceled);
