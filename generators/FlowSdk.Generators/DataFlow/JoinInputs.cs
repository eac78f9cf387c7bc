namespace FlowSdk.Generators.DataFlow;

/// <summary>What is known of the inputs of a join that come from one split.</summary>
/// <param name="Branches">The first step of each branch, and the state at its end; for a foreach or gang, one that stands for all.</param>
/// <param name="Steps">The steps between the split and the join.</param>
internal sealed record JoinInputs(IReadOnlyList<(int First, FlowState State)> Branches, IReadOnlyCollection<int> Steps)
{
    public string Key => string.Join("/", Branches.Select(b => b.State.Key));

    /// <summary>What is known of an artifact of the input that an expression stands for; null if there is no such input.</summary>
    public Cell? Of(int artifact, InputOrigin origin, IReadOnlyList<StepEffects> steps)
    {
        var branches = origin.Choice switch
        {
            InputChoice.Branch => Branches.Where(b => steps[b.First].Name == origin.Branch),
            InputChoice.Place when Branches.Count > 1 => Branches.Skip(origin.Place).Take(1),
            InputChoice.Unknown => [],
            _ => Branches,
        };
        return branches.Select(b => b.State.Cells[artifact]).Aggregate((Cell?)null, (known, cell) => known is null ? cell : Cell.Meet(known, cell));
    }

    /// <summary>What is known of an artifact that any of the inputs gives.</summary>
    public Cell OfAll(int artifact) => Branches.Select(b => b.State.Cells[artifact]).Aggregate(Cell.Best);
}
