namespace FlowSdk.Graph;

/// <summary>A transition of a valid graph.</summary>
/// <param name="Kind">Its shape.</param>
/// <param name="Targets">The numbers of the steps that it leads to.</param>
/// <param name="Join">For a split, the number of the step that closes it; else -1.</param>
internal sealed record FlowEdge(TransitionKind Kind, IReadOnlyList<int> Targets, int Join);
