using FlowSdk.Metadata;

namespace FlowSdk.Runtime.Scheduling;

/// <summary>A task that failed and is caught.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="Key">What it is.</param>
/// <param name="Failure">Why it failed.</param>
/// <param name="Transition">Where the flow goes on; null at the end.</param>
/// <param name="Artifacts">What it has set so far, and what it started with; null for nothing.</param>
/// <param name="Detail">What the event of its end carried.</param>
internal sealed record CaughtTask(
    long TaskId, TaskKey Key, StepFailure Failure, TakenTransition? Transition, ArtifactTable? Artifacts, object? Detail);
