namespace FlowSdk.Generators.Tests.DataFlow.Random;

/// <summary>Runs a random flow on all ways at once, with sets of artifacts as states, and notes the statements that read what is not set.</summary>
/// <remarks>
/// There are few artifacts, so the states in which a step can be are few, and all of them are followed: every arm, any number of
/// rounds, one and two items of a foreach, and all combinations of what the branches of a split come to. Of an artifact that holds
/// a failure, the state says that it does.
/// </remarks>
internal sealed class RandomRun(RandomFlow flow, bool mayFail)
{
    private readonly Dictionary<(int Step, int State), HashSet<int>> _frames = [];
    private readonly HashSet<(int Step, int Statement)> _missed = [];

    /// <summary>The statements that read what is not set, on some way.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="mayFail">
    /// Whether steps that catch their failures may fail. If so, where the flow asks for a failure it goes on only if there is none;
    /// else it may go either way, as with any condition.
    /// </param>
    public static IReadOnlySet<(int Step, int Statement)> Missed(RandomFlow flow, bool mayFail)
    {
        var run = new RandomRun(flow, mayFail);
        run.Frame(flow.Start, 0);
        return run._missed;
    }

    /// <summary>The states in which a frame that is entered at a step can end: at its join, or at the end of the flow.</summary>
    private HashSet<int> Frame(int first, int entry)
    {
        if (_frames.TryGetValue((first, entry), out var ends))
        {
            return ends;
        }

        ends = [];
        var seen = new HashSet<(int Step, int State, int Transition)>();
        var queue = new Queue<(int Step, int State, int Transition)>();
        Enter(first, entry, [], 0);
        while (queue.TryDequeue(out var at))
        {
            var transition = flow.Steps[at.Step].Transitions[at.Transition];
            if (transition.Join >= 0)
            {
                foreach (var (inputs, choice) in from i in Inputs(transition, at.State) from c in Enumerable.Range(0, i.Length) select (i, c))
                {
                    Enter(transition.Join, 0, inputs, choice);
                }
            }
            else if (flow.Steps[transition.Targets[0]].IsJoin)
            {
                ends.Add(at.State);
            }
            else
            {
                Enter(transition.Targets[0], at.State, [], 0);
            }
        }

        _frames.Add((first, entry), ends);
        return ends;

        void Enter(int step, int state, int[] inputs, int choice)
        {
            foreach (var exit in new StepRun(flow, step, state, inputs, choice, mayFail, _missed).Run().Where(e => seen.Add((step, e.State, e.Transition))))
            {
                queue.Enqueue((step, exit.State, exit.Transition));
            }
        }
    }

    /// <summary>All combinations of inputs that a split can come to.</summary>
    private IEnumerable<int[]> Inputs(RandomTransition split, int state)
    {
        var ends = split.Targets.Select(t => Frame(t, state).ToArray()).ToArray();
        if (split.Call != "To")
        {
            return ends[0].Select(e => new[] { e }).Concat(from a in ends[0] from b in ends[0] select new[] { a, b });
        }

        return ends.Aggregate<int[], IEnumerable<int[]>>([[]], (all, branch) => from one in all from e in branch select one.Append(e).ToArray()).ToArray();
    }
}
