namespace FlowSdk.Graph;

/// <summary>What the rules of graphs find out about a valid graph, by step number.</summary>
/// <param name="Start">The first step.</param>
/// <param name="End">The last step.</param>
/// <param name="Joins">For each transition of each step, the step that closes it; -1 for what is no split.</param>
/// <param name="InLoop">Whether a step may run more than once in one frame.</param>
internal sealed record GraphPlan(int Start, int End, IReadOnlyList<IReadOnlyList<int>> Joins, IReadOnlyList<bool> InLoop);
