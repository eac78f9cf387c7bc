namespace FlowSdk.Generators.DataFlow;

/// <summary>What is known after a step, of what is known before it.</summary>
internal static class StepTransfer
{
    public static FlowState Exit(IReadOnlyList<StepEffects> steps, StepEffects step, FlowState entry, JoinInputs? inputs)
    {
        var cells = new Cell[entry.Cells.Length];
        for (var artifact = 0; artifact < cells.Length; artifact++)
        {
            cells[artifact] = Exit(steps, step, entry, inputs, artifact);
        }

        return entry with { Cells = cells };
    }

    /// <summary>What a merge gives of an artifact; null if it does not carry it over.</summary>
    public static Cell? Merged(MergeEffect merge, int artifact, JoinInputs inputs, IReadOnlyList<StepEffects> steps) =>
        !merge.Takes[artifact] ? null

        // Where it is missing, that is said of the merge, which fails: nothing comes after.
        : merge.Required.Contains(artifact) ? Cell.Set
        : Given(merge, artifact, inputs, steps)?.Forget(f => !merge.Takes[f]);

    /// <summary>What the inputs of a merge have of an artifact.</summary>
    public static Cell? Given(MergeEffect merge, int artifact, JoinInputs inputs, IReadOnlyList<StepEffects> steps) =>
        merge.IsOfAll ? inputs.OfAll(artifact)
        : merge.Source.Choice == InputChoice.Unknown ? Cell.Set
        : inputs.Of(artifact, merge.Source, steps);

    private static Cell Exit(IReadOnlyList<StepEffects> steps, StepEffects step, FlowState entry, JoinInputs? inputs, int artifact)
    {
        var before = entry.Cells[artifact];
        if (step.Failure == artifact)
        {
            return Cell.Set;
        }

        var kept = before.Forget(IsSetAnew);
        var gained = Gained(steps, step, inputs, artifact)?.Forget(IsSetAnew);
        if (gained is null)
        {
            return kept;
        }

        var after = Cell.Best(kept, gained);
        return step.Failure < 0 || ReferenceEquals(after, kept) ? after : gained.Kind switch
        {
            CellKind.Set => before.SetUnless(step.Failure, entry.Way),
            CellKind.Doubtful when before.Kind == CellKind.Unset => Cell.Doubtful(entry.Way, gained.Doubts.Append([step.Failure])),
            _ => kept,
        };

        bool IsSetAnew(int failure) => failure == step.Failure || step.Sets[failure];
    }

    private static Cell? Gained(IReadOnlyList<StepEffects> steps, StepEffects step, JoinInputs? inputs, int artifact)
    {
        if (step.Sets[artifact] || step.IsOpen)
        {
            return Cell.Set;
        }

        return inputs is null
            ? null
            : step.Merges.Select(m => Merged(m, artifact, inputs, steps)).OfType<Cell>().Aggregate((Cell?)null, (best, cell) => best is null ? cell : Cell.Best(best, cell));
    }
}
