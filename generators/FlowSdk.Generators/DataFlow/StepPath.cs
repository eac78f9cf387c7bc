namespace FlowSdk.Generators.DataFlow;

/// <summary>A way through the graph, by the numbers of its steps, from the start up to a step.</summary>
internal sealed class StepPath(int step, StepPath? before)
{
    /// <summary>Ways of more steps than this are shown without their middle.</summary>
    private const int Shown = 7;

    public int Step => step;

    /// <summary>The names of the steps, with arrows between them.</summary>
    public string Describe(IReadOnlyList<StepEffects> steps)
    {
        var names = new List<string>();
        for (var at = this; at is not null; at = at.Before)
        {
            names.Insert(0, steps[at.Step].Name);
        }

        if (names.Count > Shown)
        {
            names.RemoveRange(2, names.Count - Shown + 1);
            names.Insert(2, "…");
        }

        return string.Join(" → ", names);
    }

    private StepPath? Before => before;
}
