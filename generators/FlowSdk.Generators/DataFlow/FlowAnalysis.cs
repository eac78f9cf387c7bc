using FlowSdk.Graph;

namespace FlowSdk.Generators.DataFlow;

/// <summary>Finds out what is set on every way to each step.</summary>
/// <remarks>
/// A frame, which is what lies between a split and its join, is looked at once for each state with which it is entered, and each
/// branch of its own: so what is merged is known branch by branch, even where branches share steps. Within a frame, states are
/// followed until nothing changes. They only ever lose certainties, hence that comes to an end; and what is wrong in a state on
/// the way there is so at the end.
/// </remarks>
internal sealed class FlowAnalysis(IReadOnlyList<StepEffects> steps, GraphIndex graph, GraphPlan plan, int artifacts)
{
    private readonly Dictionary<(int Step, string State), FrameEnd> _frames = [];
    private readonly Dictionary<(int Step, int Place, int Artifact), DataProblem> _problems = [];

    public IReadOnlyList<StepEffects> Steps => steps;

    public GraphIndex Graph => graph;

    public GraphPlan Plan => plan;

    /// <summary>The number of artifacts.</summary>
    public int Artifacts => artifacts;

    /// <summary>Finds what is wrong, in the order of the source.</summary>
    public IReadOnlyList<DataProblem> Find()
    {
        var way = new StepPath(plan.Start, null);
        Follow(plan.Start, new([.. Enumerable.Range(0, artifacts).Select(_ => Cell.Unset(way))], way));
        return [.. _problems.Values.OrderBy(p => p.Step).ThenBy(p => p.Place)];
    }

    /// <summary>Follows what is known through a frame.</summary>
    public FrameEnd Follow(int first, FlowState entry)
    {
        var key = (first, entry.Key);
        if (!_frames.TryGetValue(key, out var end))
        {
            _frames.Add(key, end = new FrameWalk(this).Run(first, entry));
        }

        return end;
    }

    public void Report(DataProblem problem)
    {
        var key = (problem.Step, problem.Place, problem.Artifact);
        if (!_problems.TryGetValue(key, out var known) || (IsDoubt(known.Kind) && !IsDoubt(problem.Kind)))
        {
            _problems[key] = problem;
        }
    }

    private static bool IsDoubt(DataProblemKind kind) => kind is DataProblemKind.Doubtful or DataProblemKind.DoubtfulMerge;
}
