using FlowSdk.Metadata;

namespace FlowSdk.Runtime.Scheduling;

/// <summary>What a join closes.</summary>
/// <param name="Split">The splitting task.</param>
/// <param name="Positions">The records of the last task of each branch or item, in order; empty for an empty foreach.</param>
/// <param name="FirstSteps">The step with which each branch began; empty for a foreach or gang.</param>
internal sealed record JoinInputs(CommittedTask Split, IReadOnlyList<RecordPosition> Positions, IReadOnlyList<int> FirstSteps);
