namespace FlowSdk.Graph;

/// <summary>One join may close several splits if they are alternatives, and must not if they run side by side.</summary>
/// <remarks>
/// Alternatives are, for instance, two steps between which a conditional chooses. Two branches of one split run side by
/// side; so what one splits in each of them has to be joined in each of them first.
/// </remarks>
internal sealed class ArmRules(GraphIndex graph, IReadOnlyList<Frame> frameOf, IReadOnlyList<Frame?> closedBy, List<GraphProblem> problems)
{
    private HashSet<(int Step, int Transition, int Target)>[] _arms = [];

    public void Check(int start)
    {
        for (var join = 0; join < graph.Count; join++)
        {
            // Arms are looked at only when a join closes several splits, which is rare.
            if (closedBy[join]?.Root.Splits is { Count: > 1 } splits)
            {
                FindArms(start);
                if (splits.Any(a => splits.Any(b => SideBySide(a, b))))
                {
                    problems.Add(new(GraphProblemKind.UnrelatedJoin, graph.Steps[join].Name, [.. splits.OrderBy(s => s).Select(s => graph.Steps[s].Name)]));
                }
            }
        }
    }

    private void FindArms(int start)
    {
        if (_arms.Length > 0)
        {
            return;
        }

        _arms = [.. graph.Steps.Select(_ => new HashSet<(int, int, int)>())];
        _arms[start].Add((-1, 0, 0));

        // Until nothing changes: loops bring arms back to where they were.
        bool changed;
        do
        {
            changed = false;
            for (var step = 0; step < graph.Count; step++)
            {
                changed |= Spread(step);
            }
        }
        while (changed);
    }

    private bool Spread(int step)
    {
        var changed = false;
        for (var i = 0; i < graph.Transitions[step].Length; i++)
        {
            var targets = graph.Transitions[step][i];
            for (var k = 0; k < targets.Length; k++)
            {
                var arms = _arms[targets[k]];
                var before = arms.Count;
                arms.UnionWith(Carried(step, i, k));
                changed |= arms.Count > before;
            }
        }

        return changed;
    }

    private (int Step, int Transition, int Target)[] Carried(int step, int transition, int place)
    {
        if (graph.Steps[step].Transitions[transition].IsSplit)
        {
            return [(step, transition, place)];
        }

        return graph.Steps[graph.Transitions[step][transition][place]].IsJoin
            ? [.. frameOf[step].Root.Splits.SelectMany(s => _arms[s])]
            : [.. _arms[step]];
    }

    private bool SideBySide(int first, int second) =>
        first != second
        && _arms[first].All(a => _arms[second].All(b => a.Step == b.Step && a.Transition == b.Transition && a.Target != b.Target));
}
