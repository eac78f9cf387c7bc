namespace FlowSdk.Generators.DataFlow;

/// <summary>What the problems with the data of flows are called, and what to do about them.</summary>
internal static class DataProblemText
{
    /// <summary>Says what is wrong, where, and what to do.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="steps">The steps of the flow.</param>
    /// <param name="artifact">The artifact's name.</param>
    /// <param name="through">The method or property of the flow through which the step reads; null if it reads itself.</param>
    public static string Describe(DataProblem problem, IReadOnlyList<StepEffects> steps, string artifact, string? through)
    {
        var step = $"Step '{steps[problem.Step].Name}'";
        var reads = through is null ? $"{step} reads '{artifact}'" : $"{step} reads '{artifact}' through '{through}'";
        var way = problem.Cell.Path?.Describe(steps);
        return problem.Kind switch
        {
            DataProblemKind.NotSet =>
                $"{reads}, which is not set on the way {way}. Set it in a step of that way, or give it a nullable type.",
            DataProblemKind.ReadInJoin =>
                $"{reads}, but a join starts without artifacts. {Remedy(problem, steps, artifact)}",
            DataProblemKind.LeftAtJoin =>
                $"{reads}, which the join '{steps[problem.Cell.Join].Name}' has neither set nor merged, on the way {way}. Set it in '{steps[problem.Cell.Join].Name}', or carry it over there with Merge.",
            DataProblemKind.InputWithout =>
                $"{reads} of an input that does not have it: it is not set on the way {way}. Set it in a step of that way, or give it a nullable type.",
            DataProblemKind.Doubtful =>
                $"{reads}, which is not set if step '{Failed(problem.Cell, steps)}' has failed and the run has gone on. Look at its [Catch] artifact first, or set '{artifact}' before that step.",
            DataProblemKind.DoubtfulMerge =>
                $"{step} merges '{artifact}' by name, which fails if step '{Failed(problem.Cell, steps)}' has failed and the run has gone on. Look at its [Catch] artifact first, or set '{artifact}' before that step.",
            DataProblemKind.FailureMerged =>
                $"{step} merges '{artifact}', in which {Names(problem.Setters, steps)} {(problem.Setters.Count == 1 ? "keeps its failure" : "keep their failures")}: inputs differ in it as soon as one has failed, and then Merge fails. Leave it out with exclude: [nameof({artifact})], or set it before.",
            DataProblemKind.NothingToMerge =>
                $"{step} merges '{artifact}', which is not set on the way {way}. Set it in a step of that way, or leave it out.",
            _ => throw new ArgumentOutOfRangeException(nameof(problem)),
        };
    }

    /// <summary>A step that may have failed: where the failure of one has been looked at, another about which there is still doubt.</summary>
    private static string Failed(Cell cell, IReadOnlyList<StepEffects> steps)
    {
        var doubted = cell.Doubts.SelectMany(d => d).ToArray();
        var step = steps[cell.Path!.Step];
        return (doubted.Contains(step.Failure) ? step : steps.FirstOrDefault(s => doubted.Contains(s.Failure)) ?? step).Name;
    }

    private static string Remedy(DataProblem problem, IReadOnlyList<StepEffects> steps, string artifact)
    {
        return problem.Setters.Count == 0
            ? $"Carry '{artifact}' over with Merge first."
            : $"Inputs may differ in '{artifact}', which {Names(problem.Setters, steps)} {(problem.Setters.Count == 1 ? "sets" : "set")}: read it from an input, or choose one with Merge(input) first.";
    }

    private static string Names(IReadOnlyList<int> named, IReadOnlyList<StepEffects> steps) => string.Join(" and ", named.Select(s => $"'{steps[s].Name}'"));
}
