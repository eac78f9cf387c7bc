namespace FlowSdk.Graph;

/// <summary>The rules of graphs: one source for the compiler's analyzer and for the runtime.</summary>
/// <remarks>
/// Each group of rules is looked at only when the groups before it are kept, so that one mistake gives one message:
/// a misspelt target would otherwise make half of the flow unreachable.
/// </remarks>
internal static class GraphRules
{
    /// <summary>Checks a graph.</summary>
    /// <param name="steps">Its steps, in the order of the source, with distinct names.</param>
    public static GraphVerdict Check(IReadOnlyList<GraphStep> steps)
    {
        var (verdict, frames) = Judge(steps);
        return verdict.Plan is null && frames is not null && PairingCause.Find(new(steps), frames, verdict.Problems) is { Count: > 0 } causes
            ? new(causes, null)
            : verdict;
    }

    /// <summary>Checks a graph, and says what was met where; not what is to blame for it.</summary>
    /// <returns>The verdict; and the frames, if it came to looking at them.</returns>
    public static (GraphVerdict Verdict, FrameRules? Frames) Judge(IReadOnlyList<GraphStep> steps)
    {
        var graph = new GraphIndex(steps);
        var problems = new List<GraphProblem>();

        TargetRules.Check(graph, problems);
        if (problems.Count > 0)
        {
            return (new(problems, null), null);
        }

        var (start, end) = TerminalRules.Check(graph, problems);
        GangRules.Check(graph, problems);
        if (problems.Count > 0)
        {
            return (new(problems, null), null);
        }

        ReachRules.Check(graph, start, end, problems);
        if (problems.Count > 0)
        {
            return (new(problems, null), null);
        }

        var frames = new FrameRules(graph, problems);
        frames.Check(start);
        if (problems.Count > 0)
        {
            return (new(problems, null), frames);
        }

        var joins = frames.Joins();
        return (new([], new(start, end, joins, LoopFinder.Find(graph, joins))), frames);
    }
}
