namespace FlowSdk.Graph;

/// <summary>A step of a valid graph.</summary>
/// <param name="Name">The step's name.</param>
/// <param name="IsJoin">Whether it closes a split.</param>
/// <param name="IsInLoop">Whether it may run more than once in one frame.</param>
/// <param name="Edges">Its transitions, in the order of the definition.</param>
internal sealed record FlowNode(string Name, bool IsJoin, bool IsInLoop, IReadOnlyList<FlowEdge> Edges);
