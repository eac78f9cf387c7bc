namespace FlowSdk.Graph;

/// <summary>The steps of a graph by number, and their targets as numbers.</summary>
/// <remarks>
/// Arrays and loops here, and in the rules for a graph that keeps them: a flow program reads its graph at every start,
/// where queries over numbers would cost more to compile than to run.
/// </remarks>
internal sealed class GraphIndex
{
    private readonly int[][] _targets;
    private readonly int[][] _sources;

    public GraphIndex(IReadOnlyList<GraphStep> steps)
    {
        Steps = steps;
        Transitions = new int[steps.Count][][];
        var numbers = new Dictionary<string, int>(steps.Count);
        for (var step = 0; step < steps.Count; step++)
        {
            numbers[steps[step].Name] = step;
        }

        for (var step = 0; step < steps.Count; step++)
        {
            var transitions = steps[step].Transitions;
            Transitions[step] = new int[transitions.Count][];
            for (var i = 0; i < transitions.Count; i++)
            {
                var targets = new int[transitions[i].Targets.Count];
                for (var k = 0; k < targets.Length; k++)
                {
                    targets[k] = numbers.TryGetValue(transitions[i].Targets[k], out var number) ? number : -1;
                }

                Transitions[step][i] = targets;
            }
        }

        (_targets, _sources) = Edges();
    }

    public IReadOnlyList<GraphStep> Steps { get; }

    public int Count => Steps.Count;

    /// <summary>By step, transition and place, the steps that transitions lead to; -1 for what is no step.</summary>
    public int[][][] Transitions { get; }

    /// <summary>The steps to which any transition of a step leads, each once.</summary>
    public int[] Targets(int step) => _targets[step];

    /// <summary>The steps that lead to a step, each once.</summary>
    public int[] Sources(int step) => _sources[step];

    /// <summary>The step to which a transition leads.</summary>
    public int Target(GraphPlace at) => Transitions[at.Step][at.Transition][at.Target];

    /// <summary>The transitions that lead to a step without a split.</summary>
    public GraphPlace[] Passes(int target) =>
    [
        .. Sources(target).SelectMany(s => Transitions[s].Select((_, i) => new GraphPlace(s, i, 0)))
            .Where(at => !Steps[at.Step].Transitions[at.Transition].IsSplit && Target(at) == target),
    ];

    /// <summary>The steps that can be reached from one, itself included, in breadth-first order.</summary>
    public List<int> Reach(int from) => Reach([from], _targets);

    /// <summary>The steps that lead to any of some, those included.</summary>
    public List<int> ReachBackwards(List<int> to) => Reach(to, _sources);

    /// <summary>The names of the steps on a shortest way between two that keeps clear of some; empty if there is none.</summary>
    public IReadOnlyList<string> Way(int from, int to, IReadOnlyCollection<int> avoid)
    {
        var before = new Dictionary<int, int>();
        var queue = new Queue<int>([from]);
        while (queue.Count > 0 && !before.ContainsKey(to))
        {
            var at = queue.Dequeue();
            foreach (var next in _targets[at].Where(n => !avoid.Contains(n) && !before.ContainsKey(n)))
            {
                before.Add(next, at);
                queue.Enqueue(next);
            }
        }

        if (!before.ContainsKey(to))
        {
            return [];
        }

        List<string> way = [Steps[to].Name];
        var step = to;
        do
        {
            step = before[step];
            way.Insert(0, Steps[step].Name);
        }
        while (step != from);

        return way;
    }

    /// <summary>The steps that can be reached from some along edges, those included, in breadth-first order.</summary>
    public static List<int> Reach(List<int> from, int[][] next)
    {
        var seen = new bool[next.Length];
        List<int> order = [];
        foreach (var step in from)
        {
            Add(step);
        }

        for (var i = 0; i < order.Count; i++)
        {
            foreach (var step in next[order[i]])
            {
                Add(step);
            }
        }

        return order;

        void Add(int step)
        {
            if (!seen[step])
            {
                seen[step] = true;
                order.Add(step);
            }
        }
    }

    private (int[][] Targets, int[][] Sources) Edges()
    {
        var targets = new List<int>[Count];
        var sources = new List<int>[Count];
        for (var step = 0; step < Count; step++)
        {
            (targets[step], sources[step]) = ([], []);
        }

        for (var step = 0; step < Count; step++)
        {
            foreach (var transition in Transitions[step])
            {
                foreach (var target in transition)
                {
                    if (target >= 0 && !targets[step].Contains(target))
                    {
                        targets[step].Add(target);
                        sources[target].Add(step);
                    }
                }
            }
        }

        return (Array.ConvertAll(targets, t => t.ToArray()), Array.ConvertAll(sources, s => s.ToArray()));
    }
}
