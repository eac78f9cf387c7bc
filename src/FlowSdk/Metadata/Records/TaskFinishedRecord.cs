namespace FlowSdk.Metadata;

/// <summary>A task that succeeded: with this record, and not before, its artifacts exist for every reader.</summary>
internal sealed record TaskFinishedRecord : JournalRecord
{
    public required long TaskId { get; init; }

    public required TaskKey Key { get; init; }

    /// <summary>The tasks before it: one, or for a join those that it closes, in order. None for the start. For a join of more than a few, the ids as ranges are left to the encoding.</summary>
    public required IReadOnlyList<long> Parents { get; init; }

    public required int Attempt { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset FinishedAt { get; init; }

    /// <summary>The number of the worker that ran it, from 1; 0 for inline.</summary>
    public required int Worker { get; init; }

    /// <summary>The path spec of the task of another run that this one was taken over from; else null.</summary>
    public string? Origin { get; init; }

    /// <summary>Where the flow went on; null at the end.</summary>
    public required TakenTransition? Transition { get; init; }

    public required ArtifactChanges Artifacts { get; init; }
}
