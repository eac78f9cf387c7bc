namespace FlowSdk.Generators.Tests.DataFlow.Random;

/// <summary>All ways through the body of a step, with up to two rounds of each loop, and what they say of its statements.</summary>
internal sealed class RandomTraces
{
    private readonly bool[,] _before;
    private readonly bool[,] _after;

    public RandomTraces(RandomStep step)
    {
        var count = step.Leaves.Count;
        (_before, _after, Kept) = (new bool[count, count], new bool[count, count], new bool[count]);
        (All, Failed) = (new(count), new(count));
        foreach (var trace in Of(step.Body))
        {
            Note(trace, step);
        }
    }

    /// <summary>By statement, whether what it sets is there after the step.</summary>
    public bool[] Kept { get; }

    /// <summary>Where ways lead.</summary>
    public TraceReach All { get; }

    /// <summary>Where ways lead if there is a failure.</summary>
    public TraceReach Failed { get; }

    /// <summary>Whether, on some way, one statement is passed before another is come to for the first time.</summary>
    public bool IsBefore(int first, int second) => _before[first, second];

    /// <summary>Whether, on some way, one statement is passed after another.</summary>
    public bool IsAfter(int second, int first) => _after[second, first];

    private void Note(RandomTrace trace, RandomStep step)
    {
        var seen = new HashSet<int>();
        var isPossible = true;
        foreach (var statement in trace.Statements.Select(c => (int)c))
        {
            isPossible &= !step.Leaves[statement].NeedsSuccess;
            All.Statements[statement] = true;
            Failed.Statements[statement] |= isPossible;
            foreach (var earlier in seen)
            {
                _after[statement, earlier] = true;
                _before[earlier, statement] |= !seen.Contains(statement);
            }

            seen.Add(statement);
        }

        All.Add(trace.End);
        if (isPossible)
        {
            Failed.Add(trace.End);
        }

        foreach (var statement in seen.Where(_ => trace.End != TraceEnd.Throw))
        {
            Kept[statement] = true;
        }
    }

    private static HashSet<RandomTrace> Of(IReadOnlyList<RandomStatement> statements)
    {
        HashSet<RandomTrace> traces = [new("", TraceEnd.Next)];
        foreach (var statement in statements)
        {
            traces = Then(traces, Of(statement));
        }

        return traces;
    }

    private static HashSet<RandomTrace> Of(RandomStatement statement)
    {
        var itself = ((char)statement.Number).ToString();
        RandomTrace passed = new(itself, TraceEnd.Next), nothing = new("", TraceEnd.Next);
        return statement.Kind switch
        {
            StatementKind.If => [nothing, .. Of(statement.Parts[0])],
            StatementKind.IfElse or StatementKind.Switch => [.. statement.Parts.SelectMany(Of)],
            StatementKind.While => Rounds(Of(statement.Parts[0])),
            StatementKind.TryCatch => Caught(Of(statement.Parts[0]), Of(statement.Parts[1])),
            StatementKind.TryFinally => Ended(Of(statement.Parts[0]), Of(statement.Parts[1])),
            StatementKind.ReadUnlessFailed or StatementKind.ReadIfFailed => [nothing, passed],
            StatementKind.LeaveIfFailed => [new("", TraceEnd.Return), passed],
            StatementKind.Leave => [nothing, new("", TraceEnd.Return)],
            StatementKind.Throw => [nothing, new("", TraceEnd.Throw)],
            StatementKind.Break => [nothing, new("", TraceEnd.Break)],
            StatementKind.Continue => [nothing, new("", TraceEnd.Continue)],
            _ => [passed],
        };
    }

    private static HashSet<RandomTrace> Then(IEnumerable<RandomTrace> first, HashSet<RandomTrace> second) =>
        [.. first.SelectMany(f => f.End != TraceEnd.Next ? [f] : second.Select(s => s with { Statements = f.Statements + s.Statements }))];

    private static HashSet<RandomTrace> Rounds(HashSet<RandomTrace> body)
    {
        // A round that is broken off ends the loop as if it had not begun again.
        var once = body.Select(t => t.End == TraceEnd.Continue ? t with { End = TraceEnd.Next } : t).ToHashSet();
        HashSet<RandomTrace> all = [new("", TraceEnd.Next), .. once, .. Then(once, once)];
        return [.. all.Select(t => t.End == TraceEnd.Break ? t with { End = TraceEnd.Next } : t)];
    }

    private static HashSet<RandomTrace> Caught(HashSet<RandomTrace> body, HashSet<RandomTrace> handler) =>
        [.. body.Where(t => t.End != TraceEnd.Throw), .. Then(Broken(body), handler)];

    private static HashSet<RandomTrace> Ended(HashSet<RandomTrace> body, HashSet<RandomTrace> final) =>
    [
        .. from t in body from f in final select new RandomTrace(t.Statements + f.Statements, f.End == TraceEnd.Next ? t.End : f.End),
        .. from t in Broken(body) from f in final select new RandomTrace(t.Statements + f.Statements, TraceEnd.Throw),
    ];

    /// <summary>The ways up to anywhere, where something may throw.</summary>
    private static IEnumerable<RandomTrace> Broken(HashSet<RandomTrace> body) =>
        body.SelectMany(t => Enumerable.Range(0, t.Statements.Length + 1), (t, length) => new RandomTrace(t.Statements[..length], TraceEnd.Next)).Distinct();
}
