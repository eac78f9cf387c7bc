namespace FlowSdk.Runtime.Scheduling;

/// <summary>A split all of whose branches or items have come to the join.</summary>
/// <param name="Inputs">What the join is given.</param>
/// <param name="TaskIds">The last task of each branch or item, in order; the splitting task of an empty foreach.</param>
internal sealed record ClosedSplit(JoinInputs Inputs, IReadOnlyList<long> TaskIds);
