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
}

/// <summary>What a join closes.</summary>
/// <param name="Split">The splitting task.</param>
/// <param name="Positions">The records of the last task of each branch or item, in order; empty for an empty foreach.</param>
/// <param name="FirstSteps">The step with which each branch began; empty for a foreach or gang.</param>
internal sealed record JoinInputs(CommittedTask Split, IReadOnlyList<RecordPosition> Positions, IReadOnlyList<int> FirstSteps);

/// <summary>A member's place in its gang.</summary>
/// <param name="GangId">The same for all members of one attempt at a gang, and for no others.</param>
/// <param name="Index">The member, from 0.</param>
/// <param name="Count">The number of members.</param>
internal sealed record GangStart(long GangId, int Index, int Count);
