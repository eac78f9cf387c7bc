using FlowSdk.Generators.DataFlow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FlowSdk.Generators.Parse;

/// <summary>Reads what the body of a step does, and what the methods and properties of the flow do that it uses, in the orders in which it may happen.</summary>
internal sealed partial class BodyGraphBuilder
{
    /// <summary>Beyond so many places nothing is followed any further: helpers that call helpers may multiply.</summary>
    private const int Limit = 20_000;

    private const int Nowhere = -1;

    private readonly INamedTypeSymbol _flow;
    private readonly IReadOnlyList<INamedTypeSymbol> _chain;
    private readonly FlowBodies _bodies;
    private readonly InputOrigins _origins;
    private readonly BodyGraph _graph = new();
    private readonly Stack<BodyScope> _scopes = new();
    private int _at = BodyGraph.Entry;
    private int _region;
    private int _regions;
    private int _expected;

    // What a called method does is reported where the step calls it.
    private (SyntaxNode Syntax, ISymbol Method)? _call;

    private BodyGraphBuilder(INamedTypeSymbol flow, FlowBodies bodies) => (_flow, _chain, _bodies, _origins) = (flow, FlowNames.FlowChain(flow), bodies, new(bodies));

    public static BodyGraph Build(IMethodSymbol step, INamedTypeSymbol flow, FlowBodies bodies)
    {
        var builder = new BodyGraphBuilder(flow, bodies);
        builder.VisitBody(step, null);
        builder._graph.Exit = builder.Here();
        return builder._graph;
    }

    private void VisitBody(IMethodSymbol method, InputOrigin? receiver)
    {
        var scope = new BodyScope(method, receiver, Here(), Place());
        _scopes.Push(scope);
        foreach (var root in _bodies.Roots(method))
        {
            if (root is ILocalFunctionOperation local)
            {
                Visit(local.Body);
            }
            else
            {
                VisitAll(root.ChildOperations);
            }
        }

        Goto(scope.Return);
        _scopes.Pop();
        _at = scope.Return;
    }

    private void Visit(IOperation? operation)
    {
        switch (operation)
        {
            case null or INameOfOperation or ITypeOfOperation or ILocalFunctionOperation:
                break;
            case IConditionalOperation conditional:
                VisitChoice(conditional.Condition, () => Visit(conditional.WhenTrue), () => Visit(conditional.WhenFalse));
                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr }:
                VisitChoice(operation, static () => { }, static () => { });
                break;
            case IWhileLoopOperation loop:
                VisitWhile(loop);
                break;
            case IForLoopOperation loop:
                VisitFor(loop);
                break;
            case IForEachLoopOperation loop:
                VisitForEach(loop);
                break;
            case ISwitchOperation choice:
                VisitSwitch(choice);
                break;
            case ISwitchExpressionOperation choice:
                VisitSwitch(choice);
                break;
            case ITryOperation attempt:
                VisitTry(attempt);
                break;
            case IReturnOperation { Kind: not OperationKind.YieldReturn } leave:
                Visit(leave.ReturnedValue);
                Jump(_scopes.Peek().Return, null);
                break;
            case IThrowOperation leave:
                Visit(leave.Exception);
                _at = Nowhere;
                break;
            case IBranchOperation jump:
                Jump(Label(jump.Target), jump);
                break;
            case ILabeledOperation labeled:
                Mark(Label(labeled.Label));
                Visit(labeled.Operation);
                break;
            case ICoalesceOperation coalesce:
                Visit(coalesce.Value);
                VisitPerhaps(() => VisitWhenNull(coalesce));
                break;
            case IConditionalAccessOperation access:
                Visit(access.Operation);
                VisitPerhaps(() => Visit(access.WhenNotNull));
                break;
            case IAnonymousFunctionOperation lambda:
                VisitLater(() => VisitLambda(lambda), IsExpected(lambda));
                break;
            default:
                VisitAccess(operation);
                break;
        }
    }

    // Nearly all operations come by here, so it enumerates without making an object.
    private void VisitAll(IOperation.OperationList operations)
    {
        foreach (var operation in operations)
        {
            Visit(operation);
        }
    }

    private void VisitAll(IEnumerable<IOperation?> operations)
    {
        foreach (var operation in operations)
        {
            Visit(operation);
        }
    }

    private void VisitLambda(IAnonymousFunctionOperation lambda)
    {
        var scope = new BodyScope(null, _scopes.Peek().Receiver, Here(), Place());
        _scopes.Push(scope);
        Visit(lambda.Body);
        Goto(scope.Return);
        _scopes.Pop();
        _at = scope.Return;
    }

    /// <summary>What runs once, several times or never, at any time from here on.</summary>
    private void VisitLater(Action visit, bool isExpected)
    {
        var (region, from, after) = (_region, Here(), Place());
        _region = region == 0 ? ++_regions : region;
        _at = Place(from);
        var begin = _at;
        _expected += isExpected ? 1 : 0;
        visit();
        _expected -= isExpected ? 1 : 0;
        Goto(begin);
        Goto(after);
        _region = region;
        Link(from, after);
        _at = after;
    }

    private void VisitPerhaps(Action visit)
    {
        var after = Place();
        Goto(after);
        visit();
        Mark(after);
    }

    private int Label(ISymbol label)
    {
        // A label may stand in a scope further out, when a lambda's body is part of a statement: never jumped to from within.
        var labels = _scopes.Peek().Labels;
        if (!labels.TryGetValue(label, out var place))
        {
            labels.Add(label, place = Place());
        }

        return place;
    }

    /// <summary>A place that nothing leads to yet.</summary>
    private int Place() => _graph.Add(null, _region);

    private int Place(int from)
    {
        var place = Place();
        Link(from, place);
        return place;
    }

    /// <summary>The place where reading stands.</summary>
    private int Here() => _at == Nowhere ? _at = Place() : _at;

    private void Goto(int place) => Link(_at, place);

    private void Leave(int place)
    {
        Goto(place);
        _at = Nowhere;
    }

    private void Mark(int place)
    {
        Goto(place);
        _at = place;
    }

    private void Link(int from, int to)
    {
        if (from != Nowhere)
        {
            _graph.Link(from, to);
        }
    }

    private void Add(BodyEvent happening)
    {
        if (_at == Nowhere)
        {
            return;
        }

        var place = _graph.Add(happening with { Call = _call?.Syntax, Through = _call?.Method, IsExpected = _expected > 0 }, _region);
        Goto(place);
        _at = place;
    }
}
