namespace FlowSdk;

/// <summary>One foreach, or gang, around a task.</summary>
/// <param name="StepName">The step that started it.</param>
/// <param name="Index">The item's place in the order of the foreach, from 0.</param>
/// <param name="Count">The number of items.</param>
/// <param name="Item">The item; for a gang, the index.</param>
public sealed record ForEachFrame(string StepName, int Index, int Count, object? Item);
