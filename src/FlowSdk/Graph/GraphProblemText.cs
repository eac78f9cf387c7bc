namespace FlowSdk.Graph;

/// <summary>What the problems of graphs are called, and what to do about them: one text for the compiler and for the runtime.</summary>
internal static class GraphProblemText
{
    /// <summary>The id under which a kind of problem has its page.</summary>
    public static string Id(GraphProblemKind kind) => kind switch
    {
        GraphProblemKind.NoStep => "FLOW0021",
        GraphProblemKind.NoStart => "FLOW0022",
        GraphProblemKind.SeveralStarts => "FLOW0023",
        GraphProblemKind.NoEnd => "FLOW0024",
        GraphProblemKind.SeveralEnds => "FLOW0025",
        GraphProblemKind.Unreachable => "FLOW0026",
        GraphProblemKind.UnknownTarget => "FLOW0015",
        GraphProblemKind.RepeatedTarget => "FLOW0027",
        GraphProblemKind.NoTransition => "FLOW0028",
        GraphProblemKind.LoopWithoutExit => "FLOW0029",
        GraphProblemKind.NeverJoined => "FLOW0030",
        GraphProblemKind.InputsMissing => "FLOW0031",
        GraphProblemKind.NothingToJoin or GraphProblemKind.SplitIntoJoin => "FLOW0032",
        GraphProblemKind.UnrelatedJoin => "FLOW0033",
        GraphProblemKind.SeveralJoins => "FLOW0034",
        GraphProblemKind.FrameCrossed => "FLOW0035",
        GraphProblemKind.GangMissing => "FLOW0036",
        GraphProblemKind.GangUnexpected => "FLOW0037",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>Says what is wrong, where, and what to do.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="flow">The name of the flow.</param>
    public static string Describe(GraphProblem problem, string flow)
    {
        var step = problem.Step;
        var others = Names(problem.Others);
        return problem.Kind switch
        {
            GraphProblemKind.NoStep =>
                $"Flow '{flow}' has no step. Mark a method that returns Next, or void for the end, with [Step].",
            GraphProblemKind.NoStart =>
                $"Flow '{flow}' has no start: every step is the target of another one. Add a step that no other step points at.",
            GraphProblemKind.SeveralStarts =>
                $"No step leads to '{step}', and {others} is the start already. Lead to it from another step, or remove it.",
            GraphProblemKind.NoEnd =>
                $"Flow '{flow}' has no end: every step returns Next. Let the last step return void or Task.",
            GraphProblemKind.SeveralEnds =>
                $"Step '{step}' returns no transition, but {others} is the end already. Return Next here and lead to the end.",
            GraphProblemKind.Unreachable =>
                $"No way leads from the start {others} to step '{step}'. Lead to it from another step, or remove it.",
            GraphProblemKind.UnknownTarget =>
                $"Step '{step}' leads to {others}, which is no step of flow '{flow}'. Mark that method with [Step], or lead to another one.",
            GraphProblemKind.RepeatedTarget =>
                $"Step '{step}' branches to {others} twice. Name each branch once; to run one step several times, use ForEach.",
            GraphProblemKind.NoTransition =>
                $"Step '{step}' returns Next but names no step to go to. Return To(...), ForEach(...) or InParallel(...), or return void if it is the end.",
            GraphProblemKind.LoopWithoutExit =>
                $"Step '{step}' never leads to the end{(others.Length > 0 ? $", nor {(problem.Others.Count == 1 ? "does" : "do")} {others}" : "")}. Let a step of the loop also return a transition that leaves it.",
            GraphProblemKind.NeverJoined =>
                $"What step '{step}' splits is not joined {(problem.Ways is [{ Count: > 0 } way] ? $"on the way {Arrows(way)}" : "on every way to the end")}. Lead all its branches to one step with a parameter Inputs<{flow}>.",
            GraphProblemKind.InputsMissing =>
                $"The branches of step {others} meet in '{step}', which takes no inputs. Give it a parameter Inputs<{flow}>.",
            GraphProblemKind.NothingToJoin when others.Length == 0 =>
                $"Step '{step}' takes inputs, but it is the start, where nothing is split. Remove its Inputs parameter.",
            GraphProblemKind.NothingToJoin =>
                $"Step '{step}' takes inputs, but step {others} leads to it where nothing is split. Split before, or remove its Inputs parameter.",
            GraphProblemKind.SplitIntoJoin =>
                $"Step {others} splits straight into the join '{step}'. Put a step between the split and its join.",
            GraphProblemKind.UnrelatedJoin when problem is { Join: { } join, Ways: [var way] } =>
                $"Step '{way[^1]}' joins what {others} split, but on the way {Arrows(way)} it gets a branch of what '{way[0]}' split, which '{join}' joins. Lead '{step}' to '{join}' instead.",
            GraphProblemKind.UnrelatedJoin when problem.Ways is [{ Count: > 0 } way] =>
                $"Step '{step}' joins what {Names(problem.Others.Where(o => o != way[0]))} split, but on the way {Arrows(way)} what '{way[0]}' split comes to it unjoined. Join that by a step of its own first.",
            GraphProblemKind.UnrelatedJoin =>
                $"Step '{step}' joins what {others} split, which run side by side. Join each of them by a step of its own.",
            GraphProblemKind.SeveralJoins when problem is { Join: { } join, Others.Count: > 0 } =>
                $"Step '{join}' joins the branch{(problem.Others.Count == 1 ? "" : "es")} {others} of step '{step}', but not {string.Join(", ", problem.Ways.Select(w => $"'{w[1]}' on the way {Arrows(w)}"))}. Lead all its branches to one join.",
            GraphProblemKind.SeveralJoins when problem is { Join: { } join, Ways: [var way, ..] } =>
                $"Step '{join}' does not join all that step '{step}' splits: on the way {Arrows(way)} it comes to '{way[^1]}' instead. Lead all its branches to one join.",
            GraphProblemKind.SeveralJoins when problem.Ways.Count > 0 =>
                $"What step '{step}' splits is joined by several steps: {string.Join(", ", problem.Ways.Select(w => $"on the way {Arrows(w)}"))}. Lead all its branches to one join.",
            GraphProblemKind.SeveralJoins =>
                $"What step '{step}' splits is joined by several steps: {others}. Lead all its branches to one join.",
            GraphProblemKind.FrameCrossed when problem is { Join: { } join, Ways: [var way], Others.Count: 0 } =>
                $"On the way {Arrows(way)} what step '{way[0]}' splits goes past its join '{join}'. Lead '{step}' to '{join}' instead.",
            GraphProblemKind.FrameCrossed when problem is { Join: { } join, Ways: [var way] } =>
                $"Step '{way[^1]}' is inside what {others} split, but the way {Arrows(way)} comes to it from outside. Lead '{step}' to '{join}' instead.",
            GraphProblemKind.FrameCrossed =>
                $"Step '{step}', reached from '{problem.Others[0]}' among others, is both inside and outside what {Rest(problem)} split. Join first, or use a step of its own.",
            GraphProblemKind.GangMissing =>
                $"Step '{step}' is the body of the gang of {others}, but takes no Gang. Give it a parameter of type Gang.",
            GraphProblemKind.GangUnexpected when others.Length == 0 =>
                $"Step '{step}' takes a Gang, but no InParallel leads to it. Lead to it with InParallel, or remove the parameter.",
            GraphProblemKind.GangUnexpected =>
                $"Step '{step}' takes a Gang, but {others} leads to it otherwise than by InParallel. Use InParallel there, or remove the parameter.",
            _ => throw new ArgumentOutOfRangeException(nameof(problem)),
        };
    }

    private static string Rest(GraphProblem problem) => Names(problem.Others.Skip(1));

    private static string Names(IEnumerable<string> steps) => string.Join(", ", steps.Select(s => $"'{s}'"));

    private static string Arrows(IEnumerable<string> steps) => string.Join(" → ", steps);
}
