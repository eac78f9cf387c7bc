namespace FlowSdk.Generators.Tests.DataFlow.Random;

/// <summary>Runs a step of a random flow in one state, with one combination of inputs of which it may choose one.</summary>
internal sealed class StepRun(RandomFlow flow, int number, int state, int[] inputs, int choice, bool mayFail, HashSet<(int Step, int Statement)> missed)
{
    private readonly RandomStep _step = flow.Steps[number];

    /// <summary>The transitions that it can take, and the states in which it does.</summary>
    public IEnumerable<(int State, int Transition)> Run()
    {
        var failure = 1 << _step.Failure;
        var reach = mayFail && (state & failure) != 0 ? _step.Traces.Failed : _step.Traces.All;
        var statements = _step.Leaves.Where(s => reach.Statements[s.Number]).ToArray();
        missed.UnionWith(statements.Where(s => !Has(s)).Select(s => (number, s.Number)));

        var after = state | Gained(_step.Leaves.Where(s => _step.Traces.Kept[s.Number]));
        if (_step.Catch >= 0)
        {
            after &= ~(1 << _step.Catch);
            if (mayFail && _step.Transitions.Count > 0)
            {
                yield return (state | (1 << _step.Catch), 0);
            }
        }

        var isFailed = mayFail && (state & failure) != 0;
        for (var i = 0; i < _step.Transitions.Count; i++)
        {
            if ((reach.Ends && !(i == 0 && _step.ChoosesByFailure && isFailed)) || (i == 0 && reach.Returns))
            {
                yield return (after, i);
            }
        }
    }

    /// <summary>Whether what a statement needs is there.</summary>
    private bool Has(RandomStatement statement)
    {
        var bit = 1 << statement.Artifact;
        return statement.Kind switch
        {
            StatementKind.Read or StatementKind.Add or StatementKind.Call or StatementKind.ReadUnlessFailed or StatementKind.ReadIfFailed => (Before(statement) & bit) != 0,
            StatementKind.ReadLater => ((Before(statement) | After(statement)) & bit) != 0,
            StatementKind.ReadInputs => inputs.All(i => (i & bit) != 0),
            StatementKind.ReadSoundInputs => inputs.All(i => (i & (bit | (1 << _step.Failure))) != 0),
            StatementKind.ReadFirst => (inputs[0] & bit) != 0,
            StatementKind.MergeOne => inputs.Any(i => (i & bit) != 0),
            _ => true,
        };
    }

    /// <summary>What may be there when a statement is come to for the first time: what is set on some way counts.</summary>
    private int Before(RandomStatement statement) => state | Gained(_step.Leaves.Where(s => _step.Traces.IsBefore(s.Number, statement.Number)));

    private int After(RandomStatement statement) => Gained(_step.Leaves.Where(s => _step.Traces.IsAfter(s.Number, statement.Number)));

    private int Gained(IEnumerable<RandomStatement> statements) => statements.Aggregate(0, (all, s) => all | Gained(s));

    private int Gained(RandomStatement statement)
    {
        var bit = 1 << statement.Artifact;
        return statement.Kind switch
        {
            StatementKind.Set or StatementKind.SetLater or StatementKind.Add or StatementKind.MergeOne => bit,
            StatementKind.Call => 1 << statement.Other,
            StatementKind.Merge => inputs.Aggregate((a, b) => a | b) & ~bit,
            StatementKind.MergeFirst => inputs[0],
            StatementKind.MergeAny => inputs[choice],
            _ => 0,
        };
    }
}
