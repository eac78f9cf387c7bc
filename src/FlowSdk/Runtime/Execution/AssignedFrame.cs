using FlowSdk.Metadata;

namespace FlowSdk.Runtime.Execution;

/// <summary>A foreach or gang around a task.</summary>
/// <param name="SplitStep">The step that started it.</param>
/// <param name="Target">The step that its tasks began with.</param>
/// <param name="Index">The item or member, from 0.</param>
/// <param name="Count">The number of items or members.</param>
/// <param name="Items">The chunk that has the item; null for a gang.</param>
internal sealed record AssignedFrame(int SplitStep, int Target, int Index, int Count, ItemChunk? Items);
