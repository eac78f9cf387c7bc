using FlowSdk.Graph;

namespace FlowSdk.Tests.Scheduling.Simulation;

/// <summary>Makes valid graphs: branches, foreachs, gangs, conditionals and loops, nested in each other. The rules of graphs find their joins and loops.</summary>
internal sealed class RandomGraph
{
    private readonly Random _random;
    private readonly List<string> _names = [];
    private readonly List<List<GraphTransition>> _transitions = [];
    private readonly HashSet<int> _joins = [];
    private readonly HashSet<int> _members = [];
    private int _budget;

    private RandomGraph(Random random, int budget) => (_random, _budget) = (random, budget);

    public static FlowGraph Create(Random random)
    {
        var graph = new RandomGraph(random, budget: random.Next(2, 14));
        var end = graph.Add("End");
        var start = graph.Step(graph.Sequence(end, depth: 0));
        var steps = graph._names.Select((_, i) => graph.Describe(i)).ToArray();
        var plan = GraphRules.Check(steps).Plan.ShouldNotBeNull();
        (plan.Start, plan.End).ShouldBe((start, end));
        return new FlowGraph([.. steps.Select((step, i) => graph.Node(step, i, plan))], start, end);
    }

    private GraphStep Describe(int step) =>
        new(_names[step], _joins.Contains(step), _members.Contains(step), _transitions[step].Count == 0, _transitions[step]);

    private FlowNode Node(GraphStep step, int number, GraphPlan plan) => new(
        step.Name,
        step.IsJoin,
        plan.InLoop[number],
        [.. step.Transitions.Select((t, i) => new FlowEdge(t.Kind, [.. t.Targets.Select(name => _names.IndexOf(name))], plan.Joins[number][i]))]);

    // Each of these makes steps that lead on to a step that is there already, and returns the first of them.
    private int Sequence(int next, int depth)
    {
        var length = _random.Next(1, 4);
        for (var i = 0; i < length; i++)
        {
            next = Block(next, depth);
        }

        return next;
    }

    private int Block(int next, int depth)
    {
        if (depth == 3 || --_budget < 0)
        {
            return Step(next);
        }

        return _random.Next(7) switch
        {
            0 => Branch(next, depth),
            1 or 2 => Split(TransitionKind.ForEach, next, depth),
            3 => Split(TransitionKind.Gang, next, depth),
            4 => Conditional(next, depth),
            5 => Loop(next, depth),
            _ => Step(next),
        };
    }

    private int Step(int next)
    {
        var step = Add("Step");
        Link(step, TransitionKind.Linear, [next]);
        return step;
    }

    private int Branch(int next, int depth)
    {
        var join = Join(next);
        var targets = Enumerable.Range(0, _random.Next(2, 5)).Select(_ => Step(MaybeSequence(join, depth + 1))).ToArray();
        return Link(Add("Branch"), TransitionKind.Branch, targets);
    }

    private int Split(TransitionKind kind, int next, int depth)
    {
        var join = Join(next);
        var body = Step(MaybeSequence(join, depth + 1));
        if (kind is TransitionKind.Gang)
        {
            _members.Add(body);
        }

        return Link(Add(kind.ToString()), kind, [body]);
    }

    private int Conditional(int next, int depth)
    {
        var choice = Add("Choice");
        var arms = Enumerable.Range(0, _random.Next(2, 4)).Select(i => i == 0 ? next : Sequence(next, depth + 1)).Distinct();
        foreach (var arm in arms)
        {
            Link(choice, TransitionKind.Linear, [arm]);
        }

        return choice;
    }

    private int Loop(int next, int depth)
    {
        var last = Add("Again");
        var first = Sequence(last, depth + 1);
        Link(last, TransitionKind.Linear, [first]);
        Link(last, TransitionKind.Linear, [next]);
        return first;
    }

    private int MaybeSequence(int next, int depth) => _random.Next(2) == 0 ? next : Sequence(next, depth);

    private int Join(int next)
    {
        var join = Step(next);
        _joins.Add(join);
        return join;
    }

    private int Link(int step, TransitionKind kind, int[] targets)
    {
        _transitions[step].Add(new GraphTransition(kind, [.. targets.Select(i => _names[i])]));
        return step;
    }

    private int Add(string name)
    {
        _names.Add(name + _names.Count);
        _transitions.Add([]);
        return _names.Count - 1;
    }
}
