namespace FlowSdk.Generators.Tests.DataFlow.Random;

/// <summary>Runs a random flow on all ways at once, with sets of artifacts as states, and notes the statements that read what is not set.</summary>
/// <remarks>
/// There are few artifacts, so the states in which a step can be are few, and all of them are followed: every arm, any number of
/// rounds, one and two items of a foreach, and all combinations of what the branches of a split come to.
/// </remarks>
internal sealed class RandomRun(RandomFlow flow)
{
    private readonly Dictionary<(int Step, int State), HashSet<int>> _frames = [];
    private readonly HashSet<(int Step, int Statement)> _errors = [];

    /// <summary>The statements that read what is not set, on some way.</summary>
    public static IReadOnlySet<(int Step, int Statement)> Errors(RandomFlow flow)
    {
        var run = new RandomRun(flow);
        run.Frame(flow.Start, 0);
        return run._errors;
    }

    /// <summary>The states in which a frame that is entered at a step can end: at its join, or at the end of the flow.</summary>
    private HashSet<int> Frame(int first, int entry)
    {
        if (_frames.TryGetValue((first, entry), out var ends))
        {
            return ends;
        }

        ends = [];
        var seen = new HashSet<(int Step, int State)>();
        var queue = new Queue<(int Step, int State)>();
        Enter(first, Execute(first, entry, [], 0));
        while (queue.TryDequeue(out var at))
        {
            foreach (var transition in flow.Steps[at.Step].Transitions)
            {
                if (transition.Join >= 0)
                {
                    foreach (var (inputs, choice) in from i in Inputs(transition, at.State) from c in Enumerable.Range(0, i.Length) select (i, c))
                    {
                        Enter(transition.Join, Execute(transition.Join, 0, inputs, choice));
                    }
                }
                else if (flow.Steps[transition.Targets[0]].IsJoin)
                {
                    ends.Add(at.State);
                }
                else
                {
                    Enter(transition.Targets[0], Execute(transition.Targets[0], at.State, [], 0));
                }
            }
        }

        _frames.Add((first, entry), ends);
        return ends;

        void Enter(int step, int state)
        {
            if (seen.Add((step, state)))
            {
                queue.Enqueue((step, state));
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

    /// <summary>Runs a step, which may choose one of its inputs, and gives the state after it.</summary>
    private int Execute(int step, int state, int[] inputs, int choice)
    {
        for (var i = 0; i < flow.Steps[step].Statements.Count; i++)
        {
            var statement = flow.Steps[step].Statements[i];
            var bit = 1 << statement.Artifact;
            var (needed, gained) = statement.Kind switch
            {
                StatementKind.Read => (state, 0),
                StatementKind.Set or StatementKind.SetPerhaps => (bit, bit),
                StatementKind.Add => (state, bit),
                StatementKind.Call => (state, 1 << statement.Other),
                StatementKind.ReadInputs => (inputs.Aggregate((a, b) => a & b), 0),
                StatementKind.ReadFirst => (inputs[0], 0),
                StatementKind.Merge => (bit, inputs.Aggregate((a, b) => a | b) & ~bit),
                StatementKind.MergeOne => (inputs.Aggregate((a, b) => a | b), inputs.Aggregate((a, b) => a | b) & bit),
                StatementKind.MergeFirst => (bit, inputs[0]),
                _ => (bit, inputs[choice]),
            };
            if ((needed & bit) == 0)
            {
                _errors.Add((step, i));
            }

            state |= gained;
        }

        return state;
    }
}
