namespace FlowSdk.Graph;

/// <summary>A valid graph, by step number, with what the scheduler needs to know of it.</summary>
/// <param name="Nodes">The steps, in the order of the definition.</param>
/// <param name="Start">The number of the first step.</param>
/// <param name="End">The number of the last step.</param>
internal sealed record FlowGraph(IReadOnlyList<FlowNode> Nodes, int Start, int End);
