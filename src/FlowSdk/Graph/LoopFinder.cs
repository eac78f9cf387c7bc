namespace FlowSdk.Graph;

/// <summary>Finds the steps that may run more than once in one frame.</summary>
internal static class LoopFinder
{
    /// <param name="graph">A valid graph.</param>
    /// <param name="joins">For each transition of each step, the step that closes it.</param>
    public static IReadOnlyList<bool> Find(GraphIndex graph, IReadOnlyList<IReadOnlyList<int>> joins)
    {
        return [.. Enumerable.Range(0, graph.Count).Select(s => GraphIndex.Reach(InFrame(s), InFrame).Contains(s))];

        // Seen from its frame, a split is one edge to its join: what lies between runs in frames of its own.
        // A linear edge to a join leaves the frame.
        IEnumerable<int> InFrame(int step) => graph.Steps[step].Transitions
            .Select((t, i) => t.IsSplit ? joins[step][i] : graph.Number(t.Targets[0]) is var target && graph.Steps[target].IsJoin ? -1 : target)
            .Where(t => t >= 0)
            .Distinct();
    }
}
