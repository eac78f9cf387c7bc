namespace FlowSdk.Metadata;

/// <summary>An attempt that failed, timed out or was stopped.</summary>
internal sealed record AttemptFailedRecord : JournalRecord
{
    public required long TaskId { get; init; }

    public required TaskKey Key { get; init; }

    public required int Attempt { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset FinishedAt { get; init; }

    public required int Worker { get; init; }

    public required StepFailure Failure { get; init; }

    /// <summary>Whether no attempt follows.</summary>
    public required bool IsFinal { get; init; }

    /// <summary>The exit code of the worker process that ended with the attempt; null if none did.</summary>
    public int? Exit { get; init; }
}
