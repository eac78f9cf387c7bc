using FlowSdk.Metadata;

namespace FlowSdk.Runtime.Scheduling;

/// <summary>One split around a task.</summary>
/// <param name="Outer">The split around the splitting task; null if none.</param>
/// <param name="Split">The splitting task.</param>
/// <param name="SplitStep">Its step.</param>
/// <param name="Transition">The transition that it took.</param>
/// <param name="Index">This task's item, member or branch.</param>
internal sealed record TaskFrame(TaskFrame? Outer, CommittedTask Split, int SplitStep, TakenTransition Transition, int Index);
