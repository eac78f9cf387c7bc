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

        var unreachable = Enumerable.Range(0, graph.Count).Except(reached).ToArray();
        problems.AddRange(unreachable.Select(s => new GraphProblem(GraphProblemKind.Unreachable, graph.Steps[s].Name, [graph.Steps[start].Name])));
        var stuck = Enumerable.Range(0, graph.Count).Except(leadsToEnd).Except(unreachable).Select(s => graph.Steps[s].Name).ToArray();
        if (stuck.Length > 0)
        {
            problems.Add(new(GraphProblemKind.LoopWithoutExit, stuck[0], [.. stuck.Skip(1)]));
        }
    }
}
