namespace FlowSdk.Graph;

/// <summary>Every step lies on a way from the start to the end.</summary>
internal static class ReachRules
{
    public static void Check(GraphIndex graph, int start, List<GraphProblem> problems)
    {
        var all = Enumerable.Range(0, graph.Count).ToArray();
        var reached = new HashSet<int>(GraphIndex.Reach([start], graph.Targets));
        problems.AddRange(all.Where(s => !reached.Contains(s)).Select(s => new GraphProblem(GraphProblemKind.Unreachable, graph.Steps[s].Name, [graph.Steps[start].Name])));

        var sources = all.SelectMany(s => graph.Targets(s).Select(t => (From: s, To: t))).ToLookup(e => e.To, e => e.From);
        var leadsToEnd = new HashSet<int>(GraphIndex.Reach(all.Where(s => graph.Steps[s].IsEnd), s => sources[s]));
        var stuck = all.Where(s => reached.Contains(s) && !leadsToEnd.Contains(s)).Select(s => graph.Steps[s].Name).ToArray();
        if (stuck.Length > 0)
        {
            problems.Add(new(GraphProblemKind.LoopWithoutExit, stuck[0], [.. stuck.Skip(1)]));
        }
    }
}
