using FlowSdk.Metadata;

namespace FlowSdk.Runtime.Scheduling;

/// <summary>A finished task, to be recorded.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="Key">What it is.</param>
/// <param name="Attempt">The attempt that succeeded.</param>
/// <param name="Parents">The tasks before it.</param>
/// <param name="Base">Where its only parent's record stands, whose artifacts it started with; null for the start and for joins.</param>
/// <param name="Output">What it left.</param>
internal sealed record TaskCommit(
    long TaskId, TaskKey Key, int Attempt, IReadOnlyList<long> Parents, CommittedTask? Base, TaskOutput Output);
