namespace FlowSdk.Graph;

/// <summary>Finds a join that gets some branches of a split, while the rest is joined after it.</summary>
/// <remarks>The rules of frames meet that at the last of the joins, where nothing is split any more. It is so if all would be right with the last as the only one.</remarks>
internal sealed class PartialJoins(GraphIndex graph, FrameRules frames, int[] suspects)
{
    /// <summary>What is to blame; empty if that cannot be told.</summary>
    public IReadOnlyList<GraphProblem> Find()
    {
        foreach (var frame in frames.Opened.Where(f => f.Joins.Count > 1))
        {
            foreach (var last in suspects.Where(s => graph.Steps[s].IsJoin))
            {
                var early = frame.Joins.Where(j => j != last).ToArray();
                if (GraphRules.Judge(Without(early)).Verdict.Plan is not null
                    && Blame(frame.Splits[0], early[0], [.. frame.Joins.Where(j => j != early[0])]) is { } problem)
                {
                    return [problem];
                }
            }
        }

        return [];
    }

    /// <summary>The steps, if some of them were no joins.</summary>
    private GraphStep[] Without(int[] joins) => [.. graph.Steps.Select((step, s) => joins.Contains(s) ? step with { IsJoin = false } : step)];

    private GraphProblem? Blame(int split, int join, int[] others)
    {
        var branches = graph.Targets(split);
        var ways = branches.Select(b => others.Select(o => graph.Way(b, o, [join, .. others.Where(x => x != o)])).FirstOrDefault(w => w.Count > 0)).OfType<IReadOnlyList<string>>().ToArray();
        var joined = branches.Where(b => graph.Way(b, join, others).Count > 0).Select(b => graph.Steps[b].Name).ToArray();
        if (ways.Length == 0)
        {
            return null;
        }

        // A branch that may come to either, as may the one step of a foreach, is neither joined nor missing.
        return new(GraphProblemKind.SeveralJoins, graph.Steps[split].Name, joined.Intersect(ways.Select(w => w[0])).Any() ? [] : joined)
        {
            At = Last(ways[0]),
            Ways = [.. ways.Select(w => (IReadOnlyList<string>)[graph.Steps[split].Name, .. w])],
            Join = graph.Steps[join].Name,
        };
    }

    /// <summary>The last transition of a way; null if that is a split.</summary>
    private GraphPlace? Last(IReadOnlyList<string> way)
    {
        var target = Enumerable.Range(0, graph.Count).First(s => graph.Steps[s].Name == way[^1]);
        return graph.Passes(target).FirstOrDefault(at => graph.Steps[at.Step].Name == way[^2]);
    }
}
