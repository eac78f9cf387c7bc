using FlowSdk.Generated;

namespace FlowSdk.Graph;

/// <summary>Makes the graph of a flow from its definition.</summary>
internal static class FlowGraphBuilder
{
    /// <summary>Makes the graph of a valid flow.</summary>
    /// <exception cref="FlowException">The graph is wrong; the message names everything that is.</exception>
    public static FlowGraph Build(FlowDefinition definition) =>
        TryBuild(definition, out var problems) ?? throw new FlowException(
            FlowErrors.FlowInvalid,
            $"The graph of flow '{definition.Name}' is not valid:{Environment.NewLine}{string.Join(Environment.NewLine, problems)}");

    /// <summary>Makes the graph of a flow, or says what is wrong with it.</summary>
    /// <param name="definition">The flow.</param>
    /// <param name="problems">What is wrong, each with its id; empty for a valid flow.</param>
    /// <returns>The graph; null if something is wrong.</returns>
    public static FlowGraph? TryBuild(FlowDefinition definition, out IReadOnlyList<string> problems)
    {
        var steps = definition.Steps.Select(ToGraphStep).ToArray();
        var verdict = GraphRules.Check(steps);
        problems =
        [
            .. verdict.Problems.Select(p => $"{GraphProblemText.Id(p.Kind)}: {GraphProblemText.Describe(p, definition.Name)}"),
            .. definition.Steps.Select(step => FlowCatches.Problem(step, definition)).OfType<string>(),
        ];
        return verdict.Plan is { } plan && problems.Count == 0 ? ToGraph(steps, plan) : null;
    }

    private static GraphStep ToGraphStep(StepDefinition step) => new(
        step.Name,
        step.IsJoin,
        step.TakesGang,
        step.Transitions.Count == 0,
        [.. step.Transitions.Select(t => new GraphTransition(t.Kind, t.Targets))]);

    private static FlowGraph ToGraph(GraphStep[] steps, GraphPlan plan)
    {
        var numbers = new Dictionary<string, int>();
        for (var i = 0; i < steps.Length; i++)
        {
            numbers.Add(steps[i].Name, i);
        }

        var nodes = new FlowNode[steps.Length];
        for (var i = 0; i < steps.Length; i++)
        {
            nodes[i] = new(steps[i].Name, steps[i].IsJoin, plan.InLoop[i], Edges(steps[i], plan.Joins[i], numbers));
        }

        return new(nodes, plan.Start, plan.End);
    }

    private static FlowEdge[] Edges(GraphStep step, IReadOnlyList<int> joins, Dictionary<string, int> numbers)
    {
        var edges = new FlowEdge[step.Transitions.Count];
        for (var i = 0; i < edges.Length; i++)
        {
            var targets = new int[step.Transitions[i].Targets.Count];
            for (var k = 0; k < targets.Length; k++)
            {
                targets[k] = numbers[step.Transitions[i].Targets[k]];
            }

            edges[i] = new(step.Transitions[i].Kind, targets, joins[i]);
        }

        return edges;
    }
}
