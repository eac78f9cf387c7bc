using FlowSdk.Metadata;

namespace FlowSdk.Runtime.Scheduling;

/// <summary>What a successful attempt left. The scheduler looks only at the transition; the rest it passes on.</summary>
/// <param name="Transition">Where the flow goes on; null at the end.</param>
/// <param name="Artifacts">The artifacts after the task, by number; null where not set. Handed to a linear successor.</param>
/// <param name="Detail">For whoever records the task.</param>
internal sealed record TaskOutput(TakenTransition? Transition, ArtifactTable Artifacts, object? Detail);
