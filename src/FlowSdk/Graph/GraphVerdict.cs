namespace FlowSdk.Graph;

/// <summary>Whether a graph is valid.</summary>
/// <param name="Problems">What is wrong; empty for a valid graph.</param>
/// <param name="Plan">What is known of a valid graph; else null.</param>
internal sealed record GraphVerdict(IReadOnlyList<GraphProblem> Problems, GraphPlan? Plan);
