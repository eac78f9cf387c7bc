using FlowSdk.Metadata;

namespace FlowSdk.Runtime.Scheduling;

/// <summary>An attempt to start.</summary>
internal sealed record TaskStart
{
    public required long TaskId { get; init; }

    public required TaskKey Key { get; init; }

    public required int Attempt { get; init; }

    /// <summary>The splits around the task; null outside all.</summary>
    public required TaskFrame? Frame { get; init; }

    /// <summary>The only parent, with whose artifacts the task starts; null for the start of the flow and for joins.</summary>
    public required CommittedTask? Parent { get; init; }

    /// <summary>For a join, what it closes; else null.</summary>
    public JoinInputs? Join { get; init; }

    /// <summary>For a gang's member, the gang; null else. All members are started in one batch.</summary>
    public GangStart? Gang { get; init; }

    /// <summary>The number of GPUs that the scheduler has set aside for it.</summary>
    public int Gpus { get; init; }

    /// <summary>The artifact that is null when the step succeeds, and holds its failure else; null if failures are not caught.</summary>
    public int? CatchArtifact { get; init; }

    /// <summary>Whether the scheduler is to be told when the attempt begins.</summary>
    public bool IsTimed { get; init; }
}
