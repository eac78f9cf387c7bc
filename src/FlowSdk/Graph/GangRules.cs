namespace FlowSdk.Graph;

/// <summary>The body of a gang takes a gang, and nothing else does.</summary>
internal static class GangRules
{
    public static void Check(GraphIndex graph, List<GraphProblem> problems)
    {
        var edges = graph.Steps.SelectMany(s => s.Transitions.SelectMany(t => t.Targets.Select(n => (From: s.Name, t.Kind, Target: n)))).ToArray();
        foreach (var step in graph.Steps)
        {
            var incoming = edges.Where(e => e.Target == step.Name).ToArray();
            var splits = incoming.Where(e => e.Kind == TransitionKind.Gang).Select(e => e.From).Distinct().ToArray();
            var others = incoming.Where(e => e.Kind != TransitionKind.Gang).Select(e => e.From).Distinct().ToArray();
            if (!step.TakesGang && splits.Length > 0)
            {
                problems.Add(new(GraphProblemKind.GangMissing, step.Name, splits));
            }
            else if (step.TakesGang && (others.Length > 0 || splits.Length == 0))
            {
                problems.Add(new(GraphProblemKind.GangUnexpected, step.Name, others));
            }
        }
    }
}
