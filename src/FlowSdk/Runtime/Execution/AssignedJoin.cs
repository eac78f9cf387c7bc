using FlowSdk.Metadata;

namespace FlowSdk.Runtime.Execution;

/// <summary>What a join closes.</summary>
/// <param name="Positions">The records of the last task of each branch or item, in order.</param>
/// <param name="FirstSteps">The numbers of the steps with which the branches began; empty for a foreach or gang.</param>
internal sealed record AssignedJoin(IReadOnlyList<RecordPosition> Positions, IReadOnlyList<int> FirstSteps);
