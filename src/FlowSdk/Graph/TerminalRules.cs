namespace FlowSdk.Graph;

/// <summary>One start, one end.</summary>
internal static class TerminalRules
{
    /// <returns>The start and the end; -1 for what there is not.</returns>
    public static (int Start, int End) Check(GraphIndex graph, List<GraphProblem> problems)
    {
        List<int> starts = [];
        List<int> ends = [];
        for (var step = 0; step < graph.Count; step++)
        {
            // That a step leads to itself makes it no less the start.
            var sources = graph.Sources(step);
            if (sources.Length == 0 || (sources.Length == 1 && sources[0] == step))
            {
                starts.Add(step);
            }

            if (graph.Steps[step].IsEnd)
            {
                ends.Add(step);
            }
        }

        // Of several candidates the one that leads to most of the flow is meant; the others are forgotten steps.
        var start = starts.Count <= 1 ? First(starts) : starts.OrderByDescending(s => graph.Reach(s).Count).ThenBy(s => graph.Steps[s].IsEnd).First();

        // Where the start itself never comes to the end, nothing may lead there: the loop in which it stays is the mistake, which ReachRules says.
        if (starts.Count > 1 && !LeadsToEnd(start))
        {
            starts.RemoveAll(s => s != start && LeadsToEnd(s));
        }

        // Of a forgotten step it is said once that nothing leads to it, not also that it is another end.
        if (ends.FindAll(e => e == start || !starts.Contains(e)) is { Count: > 0 } reached)
        {
            ends = reached;
        }

        Report(GraphProblemKind.NoStart, GraphProblemKind.SeveralStarts, starts, start);
        Report(GraphProblemKind.NoEnd, GraphProblemKind.SeveralEnds, ends, First(ends));
        return (start, First(ends));

        bool LeadsToEnd(int step) => graph.Reach(step).Exists(s => graph.Steps[s].IsEnd);

        void Report(GraphProblemKind none, GraphProblemKind several, List<int> found, int chosen)
        {
            if (found.Count == 0)
            {
                problems.Add(new(none, "", []));
            }

            foreach (var step in found)
            {
                if (step != chosen)
                {
                    problems.Add(new(several, graph.Steps[step].Name, [graph.Steps[chosen].Name]));
                }
            }
        }
    }

    private static int First(List<int> steps) => steps.Count > 0 ? steps[0] : -1;
}
