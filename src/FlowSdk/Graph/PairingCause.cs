namespace FlowSdk.Graph;

/// <summary>Finds what is to blame when splits and joins do not pair up, which need not be where the rules of frames have met it.</summary>
internal static class PairingCause
{
    /// <summary>What is to blame; empty if nothing better is known than what was met.</summary>
    public static IReadOnlyList<GraphProblem> Find(GraphIndex graph, FrameRules frames, IReadOnlyList<GraphProblem> problems)
    {
        // These name the split and the way on which it is not joined, and it is for the user to say where that should be.
        if (problems.Any(p => p.Kind is GraphProblemKind.NeverJoined or GraphProblemKind.InputsMissing))
        {
            return [];
        }

        // What is wrong leads to a step at which something was met, or to one on the way there.
        var names = new HashSet<string>(problems.SelectMany(p => (IEnumerable<string>)[p.Step, .. p.Others, .. p.Ways.SelectMany(w => w)]));
        var suspects = Enumerable.Range(0, graph.Count).Where(s => names.Contains(graph.Steps[s].Name)).ToArray();
        return new MisledTransitions(graph, suspects).Find() is { Count: > 0 } misled ? misled : new PartialJoins(graph, frames, suspects).Find();
    }
}
