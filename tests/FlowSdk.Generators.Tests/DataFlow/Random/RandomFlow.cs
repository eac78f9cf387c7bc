namespace FlowSdk.Generators.Tests.DataFlow.Random;

/// <summary>Makes flows with valid graphs of all shapes nested in each other, whose steps set, read, merge, ask and leave as it comes.</summary>
internal sealed class RandomFlow
{
    /// <summary>So many artifacts must be set before they are read.</summary>
    public const int Artifacts = 4;

    /// <summary>So many artifacts there are with those that hold failures.</summary>
    public const int Kept = 6;

    private readonly System.Random _random;
    private int _budget;

    private RandomFlow(System.Random random) => (_random, _budget) = (random, random.Next(2, 9));

    public List<RandomStep> Steps { get; } = [];

    public int Start { get; private set; }

    public static RandomFlow Create(int seed)
    {
        var flow = new RandomFlow(new System.Random(seed));
        var end = flow.Add();
        flow.Start = flow.Step(flow.Sequence(end, 0));
        var body = new RandomBody(flow._random);
        flow.Steps.ForEach(body.Fill);

        return flow;
    }

    // Each of these makes steps that lead on to a step that is there already, and returns the first of them.
    private int Sequence(int next, int depth)
    {
        for (var length = _random.Next(1, 3); length > 0; length--)
        {
            next = Block(next, depth);
        }

        return next;
    }

    private int Block(int next, int depth) => depth == 3 || --_budget < 0 ? Step(next) : _random.Next(7) switch
    {
        0 or 1 => Split(next, depth, alternatives: 1),
        2 => Split(next, depth, alternatives: 2),
        3 => Conditional(next, depth),
        4 => Loop(next, depth),
        _ => Step(next),
    };

    /// <summary>One split, or several between which it chooses and which one join closes.</summary>
    private int Split(int next, int depth, int alternatives)
    {
        var join = Step(next);
        Steps[join].IsJoin = true;
        var split = Add();
        for (; alternatives > 0; alternatives--)
        {
            var (call, width) = _random.Next(4) switch { 0 => ("ForEach", 1), 1 => ("InParallel", 1), _ => ("To", _random.Next(2, 4)) };

            // Branches may share steps, and arms may go to the join at once.
            var shared = MaybeSequence(join, depth + 1);
            int[] targets = [.. Enumerable.Range(0, width).Select(i => Step(i == 0 || _random.Next(2) == 0 ? shared : MaybeSequence(join, depth + 1)))];
            Steps[targets[0]].Parameter = call switch { "ForEach" => "int item", "InParallel" => "Gang gang", _ => "" };
            Steps[split].Transitions.Add(new(call, targets, join));
        }

        return split;
    }

    private int Conditional(int next, int depth)
    {
        var choice = Add();
        foreach (var arm in Enumerable.Range(0, _random.Next(2, 4)).Select(i => i == 0 ? next : Sequence(next, depth + 1)).Distinct().ToArray())
        {
            Steps[choice].Transitions.Add(new("To", [arm], -1));
        }

        return choice;
    }

    private int Loop(int next, int depth)
    {
        var last = Add();
        var first = Sequence(last, depth + 1);
        Steps[last].Transitions.AddRange([new("To", [first], -1), new("To", [next], -1)]);
        return first;
    }

    private int MaybeSequence(int next, int depth) => _random.Next(2) == 0 ? next : Sequence(next, depth);

    private int Step(int next)
    {
        var step = Add();
        Steps[step].Transitions.Add(new("To", [next], -1));
        return step;
    }

    private int Add()
    {
        Steps.Add(new());
        return Steps.Count - 1;
    }
}
