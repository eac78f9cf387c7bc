using FlowSdk.Generators.DataFlow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace FlowSdk.Generators.Parse;

/// <summary>Reads, sets and calls.</summary>
internal sealed partial class BodyGraphBuilder
{
    private void VisitAccess(IOperation operation)
    {
        switch (operation)
        {
            case IPropertyReferenceOperation reference:
                VisitParts(reference);
                Read(reference);
                break;
            case ISimpleAssignmentOperation assignment:
                VisitTarget(assignment.Target);
                Visit(assignment.Value);
                Set(assignment.Target);
                break;
            case ICompoundAssignmentOperation assignment:
                Visit(assignment.Target);
                Visit(assignment.Value);
                Set(assignment.Target);
                break;
            case ICoalesceAssignmentOperation assignment:
                Visit(assignment.Target);
                VisitPerhaps(() =>
                {
                    Visit(assignment.Value);
                    Set(assignment.Target);
                });
                break;
            case IIncrementOrDecrementOperation increment:
                Visit(increment.Target);
                Set(increment.Target);
                break;
            case IDeconstructionAssignmentOperation assignment:
                VisitTarget(assignment.Target);
                Visit(assignment.Value);
                Set(assignment.Target);
                break;
            case IInvocationOperation call:
                VisitCall(call);
                break;
            case IMethodReferenceOperation reference:
                VisitInstance(reference.Instance);
                if (IsOwn(reference.Method) && !FlowNames.IsStep(reference.Method))
                {
                    VisitLater(() => Call(reference.Method, reference.Instance, [], reference.Syntax), IsExpected(reference));
                }

                break;
            case IMemberReferenceOperation member:
                VisitInstance(member.Instance);
                break;
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } self:
                if (_scopes.Peek().Receiver is null)
                {
                    Add(new(BodyEventKind.Unknown, self.Syntax));
                }

                break;
            case IIsPatternOperation match when IsOnlyLookedAt(match.Value, [match.Pattern]):
                Visit(match.Pattern);
                break;
            case IInvalidOperation when _bodies.Unfinished(operation) is { } method && !IsOwn(method):
                VisitAll(operation.ChildOperations);
                break;
            case IInvalidOperation:
                VisitAll(operation.ChildOperations.Where(o => !IsSelf(o)));
                Add(new(BodyEventKind.Unknown, operation.Syntax));
                break;
            default:
                VisitAll(operation.ChildOperations);
                if (FailureTests.Asked(operation) is { } artifact)
                {
                    // What comes of the answer is not followed: whoever asks is taken to heed it.
                    AddTest(operation, artifact);
                }

                break;
        }
    }

    private void VisitParts(IPropertyReferenceOperation reference)
    {
        VisitInstance(reference.Instance);
        VisitAll(reference.Arguments);
    }

    /// <summary>What has to be found out before something can be assigned.</summary>
    private void VisitTarget(IOperation target)
    {
        switch (target)
        {
            case IPropertyReferenceOperation property:
                VisitParts(property);
                break;
            case ITupleOperation tuple:
                foreach (var element in tuple.Elements)
                {
                    VisitTarget(element);
                }

                break;
            default:
                Visit(target);
                break;
        }
    }

    private void VisitInstance(IOperation? instance)
    {
        if (!IsSelf(instance))
        {
            Visit(instance);
        }
    }

    private void Read(IPropertyReferenceOperation reference)
    {
        if (InputOrigins.IsChoice(reference) && !OperationUse.IsTried(reference))
        {
            Add(new(BodyEventKind.Choice, reference.Syntax) { Input = _origins.Of(reference) });
        }
        else if (IsKept(reference.Property))
        {
            Add(new(BodyEventKind.Read, reference.Syntax) { Property = reference.Property, Input = Receiver(reference.Instance) });
        }
        else if (IsOwn(reference.Property.GetMethod))
        {
            Call(reference.Property.GetMethod!, reference.Instance, reference.Arguments, reference.Syntax);
        }
    }

    private void AddTest(IOperation test, IPropertyReferenceOperation artifact) =>
        Add(new(BodyEventKind.Test, test.Syntax) { Property = artifact.Property, Input = Receiver(artifact.Instance) });

    private void Set(IOperation target)
    {
        switch (target)
        {
            case ITupleOperation tuple:
                foreach (var element in tuple.Elements)
                {
                    Set(element);
                }

                break;
            case IPropertyReferenceOperation reference when IsKept(reference.Property):
                if (Receiver(reference.Instance) is null)
                {
                    Add(new(BodyEventKind.Set, reference.Syntax) { Property = reference.Property });
                }

                break;
            case IPropertyReferenceOperation reference when IsOwn(reference.Property.SetMethod):
                Call(reference.Property.SetMethod!, reference.Instance, reference.Arguments, reference.Syntax);
                break;
        }
    }

    private void VisitCall(IInvocationOperation call)
    {
        VisitInstance(call.Instance);
        VisitAll(call.Arguments);
        var method = call.TargetMethod;
        foreach (var artifact in FailureTests.AskedOfAll(call))
        {
            AddTest(call, artifact);
        }

        if (TransitionCall.IsTransition(method))
        {
            Add(new(BodyEventKind.Transition, call.Syntax));
        }
        else if (MergeSelection.IsMerge(method))
        {
            Add(new(BodyEventKind.Merge, call.Syntax) { Merge = MergeSelection.Read(call, _origins.Of(call.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == 0)?.Value)) });
        }
        else if (method.MethodKind == MethodKind.LocalFunction || IsOwn(method))
        {
            // Until it is awaited, an asynchronous method may have done anything between nothing and all.
            var isLater = IsIterator(method) || (method.IsAsync && !IsAwaited(call));
            if (isLater)
            {
                VisitLater(() => Call(method, call.Instance, call.Arguments, call.Syntax), isExpected: false);
            }
            else
            {
                Call(method, call.Instance, call.Arguments, call.Syntax);
            }
        }
    }

    private void Call(IMethodSymbol method, IOperation? instance, IEnumerable<IArgumentOperation> arguments, SyntaxNode syntax)
    {
        if (_at == Nowhere)
        {
            return;
        }

        var isLocal = method.MethodKind == MethodKind.LocalFunction;
        var receiver = isLocal ? _scopes.Peek().Receiver : Receiver(instance);
        var target = IsSelf(instance) && instance is not { Syntax: BaseExpressionSyntax } ? MostDerived(method) : method;
        if (!_bodies.HasSource(target) || _graph.Count > Limit)
        {
            Add(new(BodyEventKind.Unknown, syntax));
            return;
        }

        if (_scopes.FirstOrDefault(s => s.Is(target, receiver)) is { } active)
        {
            // It is being read already: what follows it follows each of its calls.
            Goto(active.Begin);
            _at = Place(active.Return);
            return;
        }

        foreach (var argument in arguments.Where(a => a.Parameter is not null))
        {
            _origins.Bind(target.Parameters.ElementAtOrDefault(argument.Parameter!.Ordinal) ?? argument.Parameter, _origins.Of(argument.Value));
        }

        var outer = _call;
        _call ??= isLocal ? null : (syntax, method.AssociatedSymbol ?? method);
        VisitBody(target, receiver);
        _call = outer;
    }

    /// <summary>The input that an instance stands for; null for the flow that runs.</summary>
    private InputOrigin? Receiver(IOperation? instance) =>
        IsSelf(instance) || IsSelf(OperationUse.Matched(instance)) ? _scopes.Peek().Receiver : instance is null ? null : _origins.Of(instance);

    /// <summary>Whether a method is one of the user's flow classes. Flow's own are known to read and set nothing that is not theirs to.</summary>
    private bool IsOwn(IMethodSymbol? method) =>
        method is not null && _chain.Contains(method.ContainingType, SymbolEqualityComparer.Default);

    private IMethodSymbol MostDerived(IMethodSymbol method)
    {
        if (!method.IsVirtual && !method.IsAbstract && !method.IsOverride)
        {
            return method;
        }

        return FlowNames.SelfAndBases(_flow).SelectMany(t => t.GetMembers(method.Name)).OfType<IMethodSymbol>().FirstOrDefault(m => Overrides(m, method)) ?? method;
    }

    private static bool Overrides(IMethodSymbol? candidate, IMethodSymbol method)
    {
        for (; candidate is not null; candidate = candidate.OverriddenMethod)
        {
            if (SymbolEqualityComparer.Default.Equals(candidate, method))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a property is an artifact or a parameter of a flow.</summary>
    private static bool IsKept(IPropertySymbol property) =>
        FlowNames.IsFlow(property.ContainingType)
        && (FlowNames.Attribute(property, "ArtifactAttribute") is not null || FlowNames.Attribute(property, "ParameterAttribute") is not null);

    private static bool IsSelf(IOperation? instance)
    {
        while (instance is IConversionOperation conversion)
        {
            instance = conversion.Operand;
        }

        return instance is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance };
    }

    private bool IsIterator(IMethodSymbol method) =>
        method.ReturnType.MetadataName is "IEnumerable`1" or "IEnumerator`1" or "IEnumerable" or "IEnumerator" or "IAsyncEnumerable`1" or "IAsyncEnumerator`1"
        && _bodies.Of(method).Any(o => o.Kind is OperationKind.YieldReturn or OperationKind.YieldBreak);

    private static bool IsAwaited(IInvocationOperation call)
    {
        IOperation at = call;
        while (at.Parent is IConversionOperation or IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "AsTask" or "WaitAsync" })
        {
            at = at.Parent;
        }

        return at.Parent is IAwaitOperation or IReturnOperation;
    }
}
