using FlowSdk.Metadata;

namespace FlowSdk.Runtime.Scheduling;

/// <summary>A task that the run has taken over from another one: its record stands in the journal before the run begins.</summary>
/// <param name="TaskId">Its id, which is the one that it had.</param>
/// <param name="Position">Where its record stands.</param>
/// <param name="Transition">Where the flow went on, which the graph has; null at the end.</param>
internal sealed record ReusedTask(long TaskId, RecordPosition Position, TakenTransition? Transition);
