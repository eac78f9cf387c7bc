namespace FlowSdk.Graph;

/// <summary>One join may close several splits if they are alternatives, and must not if they run side by side.</summary>
/// <remarks>
/// Alternatives are, for instance, two steps between which a conditional chooses. Two branches of one split run side by
/// side; so what one splits in each of them has to be joined in each of them first.
/// </remarks>
internal sealed class ArmRules(GraphIndex graph, IReadOnlyList<Frame> frameOf, IReadOnlyList<Frame?> closedBy, List<GraphProblem> problems)
{
    private readonly HashSet<(int Step, int Transition, int Target)>[] _arms = [.. graph.Steps.Select(_ => new HashSet<(int, int, int)>())];

    public void Check(int start)
    {
        _arms[start].Add((-1, 0, 0));
        while (Enumerable.Range(0, graph.Count).Any(Spread))
        {
            // Until nothing changes: loops bring arms back to where they were.
        }

        for (var join = 0; join < graph.Count; join++)
        {
            var splits = closedBy[join]?.Root.Splits.ToArray() ?? [];
            if (splits.Any(a => splits.Any(b => SideBySide(a, b))))
            {
                problems.Add(new(GraphProblemKind.UnrelatedJoin, graph.Steps[join].Name, [.. splits.Select(s => graph.Steps[s].Name)]));
            }
        }
    }

    private bool Spread(int step)
    {
        var changed = false;
        var transitions = graph.Steps[step].Transitions;
        for (var i = 0; i < transitions.Count; i++)
        {
            for (var k = 0; k < transitions[i].Targets.Count; k++)
            {
                var target = graph.Number(transitions[i].Targets[k]);
                var before = _arms[target].Count;
                if (transitions[i].IsSplit)
                {
                    _arms[target].Add((step, i, k));
                }
                else if (graph.Steps[target].IsJoin)
                {
                    _arms[target].UnionWith(frameOf[step].Root.Splits.SelectMany(s => _arms[s]).ToArray());
                }
                else
                {
                    _arms[target].UnionWith(_arms[step].ToArray());
                }

                changed |= _arms[target].Count > before;
            }
        }

        return changed;
    }

    private bool SideBySide(int first, int second) =>
        first != second
        && _arms[first].All(a => _arms[second].All(b => a.Step == b.Step && a.Transition == b.Transition && a.Target != b.Target));
}
