namespace FlowSdk.Generators.DataFlow;

/// <summary>Looks at what a step reads, in one state in which the run may come to it.</summary>
internal sealed class StepCheck(FlowAnalysis analysis, int step, FlowState entry, JoinInputs? inputs)
{
    private readonly StepEffects _effects = analysis.Steps[step];

    public void Run()
    {
        foreach (var read in _effects.Reads.Where(r => r.IsChecked))
        {
            Check(read);
        }

        if (inputs is not null)
        {
            foreach (var merge in _effects.Merges)
            {
                Check(merge, inputs);
                CheckFailures(merge, inputs);
            }
        }
    }

    private void Check(ReadEffect read)
    {
        if (Known(read)?.Tested(read.Tested) is not { Kind: not CellKind.Set } cell)
        {
            return;
        }

        var kind = cell.Kind == CellKind.Doubtful ? DataProblemKind.Doubtful
            : read.Input is not null ? DataProblemKind.InputWithout
            : cell.Join == step ? DataProblemKind.ReadInJoin
            : cell.Join >= 0 ? DataProblemKind.LeftAtJoin
            : DataProblemKind.NotSet;
        int[] setters = kind == DataProblemKind.ReadInJoin && inputs is not null ? [.. inputs.Steps.Where(s => analysis.Steps[s].Sets[read.Artifact]).OrderBy(s => s)] : [];
        analysis.Report(new(kind, step, read.Place, read.Artifact, cell, setters));
    }

    private Cell? Known(ReadEffect read)
    {
        if (read.Input is { } input)
        {
            return inputs?.Of(read.Artifact, input, analysis.Steps);
        }

        var known = entry.Cells[read.Artifact];
        return inputs is null ? known : read.Merges
            .Select(m => StepTransfer.Merged(_effects.Merges[m], read.Artifact, inputs, analysis.Steps))
            .OfType<Cell>()
            .Aggregate(known, Cell.Best);
    }

    private void Check(MergeEffect merge, JoinInputs from)
    {
        foreach (var artifact in merge.Required)
        {
            if (StepTransfer.Given(merge, artifact, from, analysis.Steps)?.Tested(merge.Tested) is { Kind: not CellKind.Set } cell)
            {
                var kind = cell.Kind == CellKind.Unset ? DataProblemKind.NothingToMerge : DataProblemKind.DoubtfulMerge;
                analysis.Report(new(kind, step, merge.Place, artifact, cell, []));
            }
        }
    }

    /// <summary>After a success a failure is null, so inputs that have one differ as soon as one of several has failed.</summary>
    private void CheckFailures(MergeEffect merge, JoinInputs from)
    {
        if (merge is not { IsOfAll: true, IsKnown: true, IsTried: false } || _effects.IsOpen)
        {
            return;
        }

        foreach (var failed in from.Steps.Where(s => analysis.Steps[s].Failure >= 0).GroupBy(s => analysis.Steps[s].Failure))
        {
            // One branch stands for all items of a foreach, and all members of a gang.
            var having = from.Branches.Count(b => b.State.Cells[failed.Key].Kind != CellKind.Unset);
            if (merge.Takes[failed.Key] && !_effects.Sets[failed.Key] && having > (from.Branches.Count == 1 ? 0 : 1))
            {
                analysis.Report(new(DataProblemKind.FailureMerged, step, merge.Place, failed.Key, entry.Cells[failed.Key], [.. failed.OrderBy(s => s)]));
            }
        }
    }
}
