using FlowSdk.Graph;

namespace FlowSdk.Generators.DataFlow;

/// <summary>Finds the inputs that joins ask for though no split that they close has such a branch.</summary>
internal sealed class MissingInputs(IReadOnlyList<StepEffects> steps, GraphIndex graph, GraphPlan plan)
{
    /// <summary>The steps that ask, where, and what is wrong with it.</summary>
    public IEnumerable<(int Step, int Place, string Problem)> Find()
    {
        for (var step = 0; step < steps.Count; step++)
        {
            var splits = steps[step].Choices.Count > 0 ? Splits(step).ToArray() : [];
            foreach (var choice in steps[step].Choices)
            {
                if (splits.Length > 0 && !Array.Exists(splits, s => Has(s, choice.Input)))
                {
                    yield return (step, choice.Place, Describe(steps[step].Name, choice.Input, splits));
                }
            }
        }
    }

    /// <summary>The transitions that a join closes. Of several, a run comes by one.</summary>
    private IEnumerable<GraphTransition> Splits(int closing) =>
        from step in Enumerable.Range(0, steps.Count)
        from i in Enumerable.Range(0, plan.Joins[step].Count)
        where plan.Joins[step][i] == closing
        select graph.Steps[step].Transitions[i];

    // How many items there are, or members, is known when it runs.
    private static bool Has(GraphTransition split, InputOrigin input) =>
        input.Choice == InputChoice.Branch ? split.Kind == TransitionKind.Branch && split.Targets.Contains(input.Branch!)
        : input.Place >= 0 && (split.Kind != TransitionKind.Branch || input.Place < split.Targets.Count);

    private static string Describe(string step, InputOrigin input, GraphTransition[] splits)
    {
        var joined = string.Join(", or ", splits.Select(Describe));
        return input.Choice == InputChoice.Branch
            ? $"No input of step '{step}' comes from a branch that begins with '{input.Branch}': it joins {joined}. {(Array.Exists(splits, s => s.Kind == TransitionKind.Branch) ? "Name the first step of a branch." : "Index them by number.")}"
            : $"Step '{step}' has no input {input.Place}: it joins {joined}. Inputs are counted from 0.";
    }

    private static string Describe(GraphTransition split) => split.Kind switch
    {
        TransitionKind.ForEach => $"the items of a foreach over '{split.Targets[0]}'",
        TransitionKind.Gang => $"the members of a gang of '{split.Targets[0]}'",
        _ => $"{split.Targets.Count} branches, which begin with '{string.Join("' and '", split.Targets)}'",
    };
}
