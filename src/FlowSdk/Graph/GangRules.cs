namespace FlowSdk.Graph;

/// <summary>The body of a gang takes a gang, and nothing else does.</summary>
internal static class GangRules
{
    public static void Check(GraphIndex graph, List<GraphProblem> problems)
    {
        for (var step = 0; step < graph.Count; step++)
        {
            List<string> gangs = [];
            List<string> others = [];
            foreach (var source in graph.Sources(step))
            {
                AddIf(gangs, source, step, isGang: true);
                AddIf(others, source, step, isGang: false);
            }

            if (!graph.Steps[step].TakesGang && gangs.Count > 0)
            {
                problems.Add(new(GraphProblemKind.GangMissing, graph.Steps[step].Name, gangs));
            }
            else if (graph.Steps[step].TakesGang && (others.Count > 0 || gangs.Count == 0))
            {
                problems.Add(new(GraphProblemKind.GangUnexpected, graph.Steps[step].Name, others));
            }
        }

        void AddIf(List<string> names, int source, int step, bool isGang)
        {
            for (var i = 0; i < graph.Transitions[source].Length; i++)
            {
                var isThis = (graph.Steps[source].Transitions[i].Kind == TransitionKind.Gang) == isGang && Array.IndexOf(graph.Transitions[source][i], step) >= 0;
                if (isThis && !names.Contains(graph.Steps[source].Name))
                {
                    names.Add(graph.Steps[source].Name);
                }
            }
        }
    }
}
