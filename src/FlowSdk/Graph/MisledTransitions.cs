namespace FlowSdk.Graph;

/// <summary>Finds the transition that has only to lead to another join for all splits and joins to pair up.</summary>
/// <remarks>
/// The rules of frames meet a mistake where two frames clash, which may be at a step that is right, and more than once.
/// So what could be meant is tried, and the rules themselves say whether that would be a graph. Nothing is found where
/// more has to change; then it stays with what the rules have met.
/// </remarks>
internal sealed class MisledTransitions(GraphIndex graph, int[] suspects)
{
    /// <summary>Each takes as long as the check of the graph did, and a flow that is being written is checked at every key press.</summary>
    private const int MostTries = 1000;

    /// <summary>What is to blame; empty if that cannot be told.</summary>
    public IReadOnlyList<GraphProblem> Find()
    {
        var joins = Enumerable.Range(0, graph.Count).Where(s => graph.Steps[s].IsJoin).ToArray();
        var tries = suspects.SelectMany(target => Sets(graph.Passes(target)).SelectMany(edges => joins.Where(j => j != target).Select(join => (Edges: edges, Join: join))));
        foreach (var (edges, join) in tries.OrderBy(t => t.Edges.Length).Take(MostTries))
        {
            if (GraphRules.Judge(Led(edges, join)) is { Verdict.Plan: { } plan, Frames: { } right } && !edges.Any(e => ClosesLoop(e, join, plan.Start)))
            {
                return [.. edges.Select(e => Blame(e, join, right))];
            }
        }

        return [];
    }

    /// <summary>Each of some transitions alone, and each two of them: two branches may make the same mistake.</summary>
    private static IEnumerable<GraphPlace[]> Sets(GraphPlace[] edges) =>
        edges.SelectMany((first, i) => edges.Skip(i).Select(second => ReferenceEquals(first, second) ? new[] { first } : [first, second]));

    /// <summary>The steps, if some transitions led to a join.</summary>
    private GraphStep[] Led(GraphPlace[] edges, int join) =>
    [
        .. graph.Steps.Select((step, s) => edges.Any(e => e.Step == s)
            ? step with { Transitions = [.. step.Transitions.Select((t, i) => edges.Contains(new(s, i, 0)) ? t with { Targets = [graph.Steps[join].Name] } : t)] }
            : step),
    ];

    /// <summary>Whether a transition goes back to before the split: then it is no way past the join, but a loop that has to go around all of it.</summary>
    private bool ClosesLoop(GraphPlace at, int join, int start) =>
        (graph.Target(at) == start || graph.Way(start, graph.Target(at), [join, at.Step]).Count > 0) && graph.Way(graph.Target(at), at.Step, [join]).Count > 0;

    private GraphProblem Blame(GraphPlace at, int join, FrameRules right)
    {
        var target = graph.Target(at);
        var isJoin = graph.Steps[target].IsJoin;
        var frame = right.Around(at.Step)!;
        var way = frame.Splits.Select(s => graph.Way(s, at.Step, [join])).OrderBy(w => w.Count).First(w => w.Count > 0);
        var others = isJoin ? right.ClosedBy(target)!.Splits
            : right.Around(target) is { } around && !frame.IsWithin(around) ? around.Splits
            : [];
        return new(isJoin ? GraphProblemKind.UnrelatedJoin : GraphProblemKind.FrameCrossed, graph.Steps[at.Step].Name, [.. others.Select(s => graph.Steps[s].Name)])
        {
            At = at,
            Ways = [[.. way, graph.Steps[target].Name]],
            Join = graph.Steps[join].Name,
        };
    }
}
