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

        foreach (var step in graph.Steps)
        {
            if (!step.IsEnd && step.Transitions.Count == 0)
            {
                problems.Add(new(GraphProblemKind.NoTransition, step.Name, []));
            }

            foreach (var target in step.Transitions.SelectMany(t => t.Targets).Distinct().Where(t => graph.Number(t) < 0))
            {
                problems.Add(new(GraphProblemKind.UnknownTarget, step.Name, [target]));
            }

            foreach (var target in step.Transitions.SelectMany(t => t.Targets.GroupBy(n => n).Where(g => g.Count() > 1)).Select(g => g.Key).Distinct())
            {
                problems.Add(new(GraphProblemKind.RepeatedTarget, step.Name, [target]));
            }
        }
    }
}
