namespace FlowSdk.Graph;

/// <summary>Every step leads somewhere, and only to steps.</summary>
internal static class TargetRules
{
    public static void Check(GraphIndex graph, List<GraphProblem> problems)
    {
        if (graph.Count == 0)
        {
            problems.Add(new(GraphProblemKind.NoStep, "", []));
        }

        for (var step = 0; step < graph.Count; step++)
        {
            if (!graph.Steps[step].IsEnd && graph.Steps[step].Transitions.Count == 0)
            {
                problems.Add(new(GraphProblemKind.NoTransition, graph.Steps[step].Name, []));
            }

            for (var i = 0; i < graph.Transitions[step].Length; i++)
            {
                CheckTransition(graph, step, i, problems);
            }
        }
    }

    private static void CheckTransition(GraphIndex graph, int step, int transition, List<GraphProblem> problems)
    {
        var names = graph.Steps[step].Transitions[transition].Targets;
        var targets = graph.Transitions[step][transition];
        for (var k = 0; k < targets.Length; k++)
        {
            if (targets[k] < 0)
            {
                problems.Add(new(GraphProblemKind.UnknownTarget, graph.Steps[step].Name, [names[k]]) { At = new(step, transition, k) });
            }
            else if (Array.IndexOf(targets, targets[k]) < k)
            {
                problems.Add(new(GraphProblemKind.RepeatedTarget, graph.Steps[step].Name, [names[k]]) { At = new(step, transition, k) });
            }
        }
    }
}
