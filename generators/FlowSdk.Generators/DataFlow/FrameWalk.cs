namespace FlowSdk.Generators.DataFlow;

/// <summary>Follows what is known through the steps between a split and its join, or through the flow as a whole.</summary>
internal sealed class FrameWalk(FlowAnalysis analysis)
{
    private readonly Dictionary<int, FlowState> _entries = [];
    private readonly Dictionary<int, Dictionary<(int Step, int Transition), JoinInputs>> _inputs = [];
    private readonly HashSet<int> _steps = [];
    private readonly Queue<int> _queue = new();
    private FlowState? _end;

    public FrameEnd Run(int first, FlowState entry)
    {
        _entries.Add(first, entry);
        _queue.Enqueue(first);
        while (_queue.Count > 0)
        {
            Visit(_queue.Dequeue());
        }

        // Only now are states final; the reads are looked at once.
        foreach (var (step, state, inputs) in States())
        {
            new StepCheck(analysis, step, state, inputs).Run();
        }

        return new(_end, _steps);
    }

    private IEnumerable<(int Step, FlowState State, JoinInputs? Inputs)> States() =>
    [
        .. _entries.Select(e => (e.Key, e.Value, (JoinInputs?)null)),
        .. _inputs.SelectMany(j => j.Value.Values.Select(i => (j.Key, AtJoin(j.Key, i), (JoinInputs?)i))),
    ];

    private void Visit(int step)
    {
        _steps.Add(step);
        var effects = analysis.Steps[step];
        var exit = _inputs.TryGetValue(step, out var inputs)
            ? inputs.Values.Select(i => StepTransfer.Exit(analysis.Steps, effects, AtJoin(step, i), i)).Aggregate(FlowState.Meet)
            : StepTransfer.Exit(analysis.Steps, effects, _entries[step], null);
        for (var i = 0; i < effects.Tested.Count; i++)
        {
            Leave(step, i, exit.Tested(effects.Tested[i]));
        }
    }

    private void Leave(int step, int transition, FlowState state)
    {
        var targets = analysis.Graph.Transitions[step][transition];
        var join = analysis.Plan.Joins[step][transition];
        if (join >= 0)
        {
            Split(step, transition, state, targets, join);
        }
        else if (analysis.Graph.Steps[targets[0]].IsJoin)
        {
            _end = FlowState.Meet(_end, state);
        }
        else
        {
            var known = _entries.TryGetValue(targets[0], out var before) ? before : null;
            var entry = FlowState.Meet(known, state.Enter(targets[0]));
            if (known is null || known.Key != entry.Key)
            {
                _entries[targets[0]] = entry;
                _queue.Enqueue(targets[0]);
            }
        }
    }

    private void Split(int step, int transition, FlowState state, int[] targets, int join)
    {
        var branches = new List<(int, FlowState)>();
        var between = new HashSet<int>();
        foreach (var target in targets)
        {
            var end = analysis.Follow(target, state.Enter(target));
            between.UnionWith(end.Steps);
            if (end.State is { } last)
            {
                branches.Add((target, last));
            }
        }

        _steps.UnionWith(between);
        if (branches.Count < targets.Length)
        {
            return;
        }

        var found = new JoinInputs(branches, between);
        if (!_inputs.TryGetValue(join, out var inputs))
        {
            _inputs.Add(join, inputs = []);
        }

        if (!inputs.TryGetValue((step, transition), out var known) || known.Key != found.Key)
        {
            inputs[(step, transition)] = found;
            _queue.Enqueue(join);
        }
    }

    /// <summary>With what a join begins: with nothing, as far as its inputs have it to give.</summary>
    private FlowState AtJoin(int join, JoinInputs inputs)
    {
        var way = new StepPath(join, inputs.Branches[0].State.Way);
        return new([.. Enumerable.Range(0, analysis.Artifacts).Select(a => inputs.OfAll(a) is { Kind: CellKind.Unset } cell ? cell.Enter(join) : Cell.Unset(way, join))], way);
    }
}
