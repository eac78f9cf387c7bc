namespace FlowSdk.Generators.Tests.DataFlow.Random;

/// <summary>Makes what steps do.</summary>
internal sealed class RandomBody(System.Random random)
{
    private static readonly StatementKind[] Ordinary =
    [
        StatementKind.Read, StatementKind.Read, StatementKind.Set, StatementKind.Set, StatementKind.Set, StatementKind.Add, StatementKind.Call, StatementKind.ReadLater, StatementKind.SetLater,
    ];

    private static readonly StatementKind[] OfFailures = [StatementKind.ReadUnlessFailed, StatementKind.ReadIfFailed, StatementKind.LeaveIfFailed];

    private static readonly StatementKind[] OfJoins =
    [
        StatementKind.ReadInputs, StatementKind.ReadSoundInputs, StatementKind.ReadFirst, StatementKind.Merge, StatementKind.MergeOne, StatementKind.MergeFirst, StatementKind.MergeAny,
    ];

    private static readonly StatementKind[] Compound =
        [StatementKind.If, StatementKind.IfElse, StatementKind.Switch, StatementKind.While, StatementKind.TryCatch, StatementKind.TryFinally];

    private int _budget;
    private bool _isJoin;

    public void Fill(RandomStep step)
    {
        (_budget, _isJoin) = (random.Next(0, 6), step.IsJoin);
        step.Failure = random.Next(RandomFlow.Artifacts, RandomFlow.Kept);
        step.Body = Block(0, isInLoop: false, isInFinally: false);
        Number(step.Body, step.Leaves);
        step.Traces = new(step);
        var isOneWay = step.Transitions.Count == 0 || step.Transitions is [{ Call: "To" }];
        step.Catch = isOneWay && random.Next(3) == 0 ? random.Next(RandomFlow.Artifacts, RandomFlow.Kept) : -1;
        step.ChoosesByFailure = step is { Transitions.Count: 2, IsJoin: false } && random.Next(3) == 0;
    }

    private List<RandomStatement> Block(int depth, bool isInLoop, bool isInFinally)
    {
        var statements = new List<RandomStatement>();
        for (var length = depth == 0 ? _budget : random.Next(1, 3); length > 0 && _budget > 0; length--)
        {
            statements.Add(depth < 2 && random.Next(3) == 0 ? Around(depth, isInLoop, isInFinally) : Leaf(isInLoop, isInFinally));
        }

        return statements;
    }

    private RandomStatement Around(int depth, bool isInLoop, bool isInFinally)
    {
        var kind = Compound[random.Next(Compound.Length)];
        var count = kind switch { StatementKind.If or StatementKind.While => 1, StatementKind.Switch => 3, _ => 2 };
        return new(kind, 0, 0)
        {
            Parts =
            [
                .. Enumerable.Range(0, count).Select(i =>
                {
                    // A finally is left by its end alone.
                    var isFinally = kind == StatementKind.TryFinally && i == 1;
                    return Block(depth + 1, kind == StatementKind.While || (isInLoop && !isFinally), isInFinally || isFinally);
                }),
            ],
        };
    }

    private RandomStatement Leaf(bool isInLoop, bool isInFinally)
    {
        _budget--;
        StatementKind[] kinds = random.Next(8) switch
        {
            0 or 1 when _isJoin => OfJoins,
            0 or 1 when !isInFinally => OfFailures,
            2 when isInLoop => [StatementKind.Break, StatementKind.Continue],
            2 or 3 when !isInFinally => [StatementKind.Leave, StatementKind.Throw],
            _ => Ordinary,
        };
        var kind = kinds[random.Next(kinds.Length)];

        // What merges leave out may be a failure as well.
        return new(kind, random.Next(kind == StatementKind.Merge ? RandomFlow.Kept : RandomFlow.Artifacts), random.Next(RandomFlow.Artifacts));
    }

    private static void Number(IEnumerable<RandomStatement> statements, List<RandomStatement> leaves)
    {
        foreach (var statement in statements)
        {
            if (statement.Parts.Count == 0)
            {
                statement.Number = leaves.Count;
                leaves.Add(statement);
            }

            foreach (var part in statement.Parts)
            {
                Number(part, leaves);
            }
        }
    }
}
