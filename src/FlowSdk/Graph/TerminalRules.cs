namespace FlowSdk.Graph;

/// <summary>One start, one end.</summary>
internal static class TerminalRules
{
    /// <returns>The start and the end; -1 for what there is not.</returns>
    public static (int Start, int End) Check(GraphIndex graph, List<GraphProblem> problems)
    {
        var all = Enumerable.Range(0, graph.Count).ToArray();
        var pointedAt = new HashSet<int>(all.SelectMany(s => graph.Targets(s).Where(t => t != s)));
        var starts = all.Where(s => !pointedAt.Contains(s)).ToArray();
        var ends = all.Where(s => graph.Steps[s].IsEnd).ToArray();

        // Of several candidates the one that leads to most of the flow is meant; the others are forgotten steps.
        var start = starts.OrderByDescending(s => GraphIndex.Reach([s], graph.Targets).Count).DefaultIfEmpty(-1).First();
        Report(GraphProblemKind.NoStart, GraphProblemKind.SeveralStarts, starts, start);
        var end = ends.DefaultIfEmpty(-1).First();
        Report(GraphProblemKind.NoEnd, GraphProblemKind.SeveralEnds, ends, end);
        return (start, end);

        void Report(GraphProblemKind none, GraphProblemKind several, int[] found, int chosen)
        {
            if (found.Length == 0)
            {
                problems.Add(new(none, "", []));
            }

            problems.AddRange(found.Where(s => s != chosen).Select(s => new GraphProblem(several, graph.Steps[s].Name, [graph.Steps[chosen].Name])));
        }
    }
}
