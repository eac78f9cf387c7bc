namespace FlowSdk.Graph;

/// <summary>Finds the steps that may run more than once in one frame.</summary>
internal static class LoopFinder
{
    /// <param name="graph">A valid graph.</param>
    /// <param name="joins">For each transition of each step, the step that closes it.</param>
    public static IReadOnlyList<bool> Find(GraphIndex graph, IReadOnlyList<IReadOnlyList<int>> joins)
    {
        var next = new int[graph.Count][];
        for (var step = 0; step < graph.Count; step++)
        {
            next[step] = InFrame(graph, step, joins[step]);
        }

        var inLoop = new bool[graph.Count];
        for (var step = 0; step < graph.Count; step++)
        {
            inLoop[step] = next[step].Length > 0 && GraphIndex.Reach([.. next[step]], next).Contains(step);
        }

        return inLoop;
    }

    /// <summary>The steps that follow in the same frame. Seen from its frame, a split is one edge to its join: what lies between runs in frames of its own.</summary>
    private static int[] InFrame(GraphIndex graph, int step, IReadOnlyList<int> joins)
    {
        List<int> next = [];
        for (var i = 0; i < joins.Count; i++)
        {
            var target = graph.Transitions[step][i][0];
            if (joins[i] >= 0)
            {
                next.Add(joins[i]);
            }
            else if (!graph.Steps[target].IsJoin)
            {
                next.Add(target);
            }
        }

        return [.. next];
    }
}
