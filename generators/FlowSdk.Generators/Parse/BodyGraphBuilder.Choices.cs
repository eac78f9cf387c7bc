using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FlowSdk.Generators.Parse;

/// <summary>Conditions, loops, switches and exceptions.</summary>
internal sealed partial class BodyGraphBuilder
{
    private void VisitChoice(IOperation condition, Action whenTrue, Action whenFalse)
    {
        var (ifTrue, ifFalse, after) = (Place(), Place(), Place());
        VisitCondition(condition, ifTrue, ifFalse);
        _at = ifTrue;
        whenTrue();
        Goto(after);
        _at = ifFalse;
        whenFalse();
        Mark(after);
    }

    private void VisitCondition(IOperation? condition, int whenTrue, int whenFalse)
    {
        switch (condition)
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                VisitCondition(not.Operand, whenFalse, whenTrue);
                return;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } and:
                var second = Place();
                VisitCondition(and.LeftOperand, second, whenFalse);
                _at = second;
                VisitCondition(and.RightOperand, whenTrue, whenFalse);
                return;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } or:
                var other = Place();
                VisitCondition(or.LeftOperand, whenTrue, other);
                _at = other;
                VisitCondition(or.RightOperand, whenTrue, whenFalse);
                return;
            case { ConstantValue: { HasValue: true, Value: bool always } }:
                Leave(always ? whenTrue : whenFalse);
                return;
            case not null when FailureTests.Read(condition) is var (artifact, isNullWhenTrue):
                Visit(artifact);
                Goto(isNullWhenTrue ? whenFalse : whenTrue);
                AddTest(condition, artifact);
                Leave(isNullWhenTrue ? whenTrue : whenFalse);
                return;
            default:
                Visit(condition);
                Goto(whenTrue);
                Leave(whenFalse);
                return;
        }
    }

    /// <summary>What <c>??</c> gives where its left side is null: there is no failure, if that is of one.</summary>
    private void VisitWhenNull(ICoalesceOperation coalesce)
    {
        if (FailureTests.Tested(coalesce.Value) is { } artifact)
        {
            AddTest(coalesce, artifact);
        }

        Visit(coalesce.WhenNull);
    }

    private void VisitWhile(IWhileLoopOperation loop)
    {
        var (body, test, exit) = (Place(), Label(loop.ContinueLabel), Label(loop.ExitLabel));
        Leave(loop.ConditionIsTop ? test : body);
        _at = body;
        Visit(loop.Body);
        Mark(test);
        VisitCondition(loop.Condition, body, exit);
        _at = exit;
    }

    private void VisitFor(IForLoopOperation loop)
    {
        var (body, test, next, exit) = (Place(), Place(), Label(loop.ContinueLabel), Label(loop.ExitLabel));
        VisitAll(loop.Before);
        Mark(test);
        if (loop.Condition is null)
        {
            Leave(body);
        }
        else
        {
            VisitCondition(loop.Condition, body, exit);
        }

        _at = body;
        Visit(loop.Body);
        Mark(next);
        VisitAll(loop.AtLoopBottom);
        Leave(test);
        _at = exit;
    }

    private void VisitForEach(IForEachLoopOperation loop)
    {
        Visit(loop.Collection);
        var (next, exit) = (Label(loop.ContinueLabel), Label(loop.ExitLabel));
        Mark(next);
        Goto(exit);
        Visit(loop.LoopControlVariable);
        Visit(loop.Body);
        Leave(next);
        _at = exit;
    }

    private void VisitSwitch(ISwitchOperation choice)
    {
        VisitSubject(choice.Value, choice.Cases.SelectMany(c => c.Clauses).OfType<IPatternCaseClauseOperation>().Select(c => c.Pattern));
        var exit = Label(choice.ExitLabel);
        var bodies = choice.Cases.Select(_ => Place()).ToArray();
        for (var i = 0; i < bodies.Length; i++)
        {
            foreach (var clause in choice.Cases[i].Clauses)
            {
                // goto case leads to the label of a clause.
                if (clause.Label is { } label)
                {
                    Link(Label(label), bodies[i]);
                }

                VisitAll(clause.ChildOperations);
                Goto(bodies[i]);
            }
        }

        if (!choice.Cases.Any(c => c.Clauses.Any(l => l.CaseKind == CaseKind.Default)))
        {
            Goto(exit);
        }

        for (var i = 0; i < bodies.Length; i++)
        {
            _at = bodies[i];
            VisitAll(choice.Cases[i].Body);
            Goto(exit);
        }

        _at = exit;
    }

    private void VisitSwitch(ISwitchExpressionOperation choice)
    {
        VisitSubject(choice.Value, choice.Arms.Select(a => a.Pattern));
        var exit = Place();
        foreach (var arm in choice.Arms)
        {
            Visit(arm.Pattern);
            Visit(arm.Guard);
            var next = Place(Here());
            Visit(arm.Value);
            Goto(exit);
            _at = next;
        }

        _at = exit;
    }

    /// <summary>Whether patterns look at members of the flow itself, and give it to nothing.</summary>
    private static bool IsOnlyLookedAt(IOperation subject, IEnumerable<IPatternOperation> patterns) =>
        IsSelf(subject) && !patterns.SelectMany(p => p.DescendantsAndSelf()).Any(p => p switch
        {
            IDeclarationPatternOperation declaration => FlowNames.IsFlow((declaration.DeclaredSymbol as ILocalSymbol)?.Type),
            IRecursivePatternOperation parts => FlowNames.IsFlow((parts.DeclaredSymbol as ILocalSymbol)?.Type),
            _ => false,
        });

    private void VisitSubject(IOperation subject, IEnumerable<IPatternOperation> patterns)
    {
        if (IsOnlyLookedAt(subject, patterns))
        {
            return;
        }

        Visit(subject);
        if (FailureTests.Failure(subject) is { } artifact)
        {
            AddTest(subject, artifact);
        }
    }

    private void VisitTry(ITryOperation attempt)
    {
        var (begin, after) = (Here(), Place());
        var isExpected = attempt.Catches.Any(c => FlowNames.Is(c.ExceptionType, "ArtifactNotSetException") || FlowNames.Is(c.ExceptionType, "FlowException"));
        var first = _graph.Count;
        var open = new OpenTry(attempt);
        var tries = _scopes.Peek().Tries;
        if (attempt.Finally is not null)
        {
            tries.Push(open);
        }

        _expected += isExpected ? 1 : 0;
        Visit(attempt.Body);
        _expected -= isExpected ? 1 : 0;
        Goto(after);
        var handlers = attempt.Catches.Select(_ => Place()).ToArray();
        LinkAll(begin, first, handlers.Length > 0 ? handlers[0] - 1 : _graph.Count - 1, handlers);
        for (var i = 0; i < handlers.Length; i++)
        {
            _at = handlers[i];
            Visit(attempt.Catches[i].Filter);
            Visit(attempt.Catches[i].Handler);
            Goto(after);
        }

        if (attempt.Finally is { } final)
        {
            // Once for what leaves by an exception, which does not come back; once for each place where it goes on.
            tries.Pop();
            var place = Place();
            LinkAll(begin, first, place - 1, [place]);
            _at = place;
            VisitFinally(final);
            foreach (var left in open.Left)
            {
                _at = left.Value.Place;
                VisitFinally(final);
                Jump(left.Key, left.Value.Jump);
            }

            _at = after;
            VisitFinally(final);
        }
        else
        {
            _at = after;
        }
    }

    // It is visited more than once, and each time its loops are others.
    private void VisitFinally(IOperation final)
    {
        var scope = _scopes.Peek();
        _scopes.Push(new(scope.Method, scope.Receiver, scope.Begin, scope.Return));
        Visit(final);
        _scopes.Pop();
    }

    /// <summary>Goes on elsewhere, by way of the finally of each try that is left.</summary>
    private void Jump(int target, IBranchOperation? jump)
    {
        var tries = _scopes.Peek().Tries;
        if (_at == Nowhere || tries.Count == 0 || tries.Peek() is not { } open || !open.IsLeftBy(jump))
        {
            Leave(target);
            return;
        }

        if (!open.Left.TryGetValue(target, out var left))
        {
            open.Left.Add(target, left = (Place(), jump));
        }

        Leave(left.Place);
    }

    private void LinkAll(int begin, int first, int last, int[] handlers)
    {
        foreach (var handler in handlers)
        {
            Link(begin, handler);
            for (var place = first; place <= last; place++)
            {
                Link(place, handler);
            }
        }
    }

    /// <summary>Whether a lambda is given to a method that is told that it throws one of the library's exceptions, as <c>Assert.Throws</c>.</summary>
    private static bool IsExpected(IOperation lambda)
    {
        while (lambda.Parent is IConversionOperation or IDelegateCreationOperation or IArgumentOperation)
        {
            lambda = lambda.Parent;
        }

        return lambda.Parent is IInvocationOperation { TargetMethod.TypeArguments: var types }
            && types.OfType<INamedTypeSymbol>().Any(t => FlowNames.SelfAndBases(t).Any(b => FlowNames.Is(b, "FlowException")));
    }
}
