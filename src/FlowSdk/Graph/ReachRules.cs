namespace FlowSdk.Graph;

/// <summary>Every step lies on a way from the start to the end.</summary>
internal static class ReachRules
{
    public static void Check(GraphIndex graph, int start, int end, List<GraphProblem> problems)
    {
        var reached = graph.Reach(start);
        var leadsToEnd = graph.ReachBackwards([end]);
        if (reached.Count == graph.Count && leadsToEnd.Count == graph.Count)
        {
            return;
        }

        // A flow whose end is all by itself is one that stays in a loop: with a way out of the loop there is also one to the end.
        var unreachable = Enumerable.Range(0, graph.Count).Except(reached).ToArray();
        var isStuck = start == end || !reached.Contains(end);
        problems.AddRange((isStuck ? unreachable.Except(leadsToEnd).Where(_ => start != end) : unreachable)
            .Select(s => new GraphProblem(GraphProblemKind.Unreachable, graph.Steps[s].Name, [graph.Steps[start].Name])));

        var stuck = new HashSet<int>(Enumerable.Range(0, graph.Count).Except(leadsToEnd).Where(s => start == end || reached.Contains(s)));
        while (stuck.Count > 0)
        {
            AddLoop(graph, stuck, problems);
        }
    }

    /// <summary>Reports one of the loops in which it ends to be stuck, and takes out of the stuck steps all that only lead there.</summary>
    private static void AddLoop(GraphIndex graph, HashSet<int> stuck, List<GraphProblem> problems)
    {
        var loop = stuck.Select(graph.Reach).First(reach => reach.TrueForAll(s => graph.Reach(s).Count == reach.Count)).OrderBy(s => s).ToArray();
        problems.Add(new(GraphProblemKind.LoopWithoutExit, graph.Steps[loop[0]].Name, [.. loop.Skip(1).Select(s => graph.Steps[s].Name)]));
        stuck.ExceptWith(graph.ReachBackwards([.. loop]));
    }
}
