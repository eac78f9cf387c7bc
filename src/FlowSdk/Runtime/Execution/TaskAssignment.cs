using FlowSdk.Metadata;

namespace FlowSdk.Runtime.Execution;

/// <summary>One attempt at a task, with all that whoever executes it cannot know otherwise.</summary>
internal sealed record TaskAssignment
{
    public required long TaskId { get; init; }

    public required int Step { get; init; }

    public required int Attempt { get; init; }

    /// <summary>The foreachs and gangs around the task, outermost first.</summary>
    public required IReadOnlyList<AssignedFrame> Frames { get; init; }

    /// <summary>The artifacts that the task starts with; for the join of an empty foreach, those of the splitting task; else null.</summary>
    public required ArtifactTable? Artifacts { get; init; }

    /// <summary>For a join, what it closes; else null.</summary>
    public AssignedJoin? Join { get; init; }

    /// <summary>For a gang's member, the gang; else null.</summary>
    public Gang? Gang { get; init; }

    /// <summary>The artifact that is null when the step succeeds, and holds its failure else; null if failures are not caught.</summary>
    public int? CatchArtifact { get; init; }

    /// <summary>The GPUs that the task may use.</summary>
    public IReadOnlyList<string> Gpus { get; init; } = [];
}
