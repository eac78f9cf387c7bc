using FlowSdk.Generators.Codecs;
using FlowSdk.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace FlowSdk.Generators.Parse;

/// <summary>Finds what a step reads and sets, through the methods and properties of the flow that it uses.</summary>
internal sealed class BodyAccess(INamedTypeSymbol flow, FlowBodies bodies)
{
    private readonly SortedSet<string> _reads = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _sets = new(StringComparer.Ordinal);
    private readonly HashSet<IMethodSymbol> _seen = new(SymbolEqualityComparer.Default);
    private readonly Queue<IMethodSymbol> _methods = new();
    private bool _isComplete = true;

    public static StepSourceModel Of(IMethodSymbol step, INamedTypeSymbol flow, FlowBodies bodies)
    {
        var access = new BodyAccess(flow, bodies);
        access.Enqueue(step);
        while (access._methods.Count > 0)
        {
            foreach (var operation in bodies.Of(access._methods.Dequeue()))
            {
                access.Visit(operation);
            }
        }

        var place = step.Locations[0].GetLineSpan();
        return new(
            Path.GetFileName(place.Path), place.StartLinePosition.Line + 1,
            new([.. access._reads]), new([.. access._sets]), access._isComplete);
    }

    private void Visit(IOperation operation)
    {
        switch (operation)
        {
            case IPropertyReferenceOperation property when FlowNames.IsFlow(property.Property.ContainingType):
                VisitProperty(property);
                break;
            case IInvocationOperation call when IsOwn(call.TargetMethod):
                Call(call.TargetMethod, call.Instance);
                break;
            case IMethodReferenceOperation reference when IsOwn(reference.Method) && !FlowNames.IsStep(reference.Method):
                Call(reference.Method, reference.Instance);
                break;
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } self when Escapes(self):
                _isComplete = false;
                break;
        }
    }

    private void VisitProperty(IPropertyReferenceOperation reference)
    {
        var property = reference.Property;
        if (IsInName(reference))
        {
            return;
        }

        var (reads, sets) = Use(reference);
        if (FlowNames.Attribute(property, "ArtifactAttribute") is not null || FlowNames.Attribute(property, "ParameterAttribute") is not null)
        {
            // A view's artifacts are read here, too; that of the flow itself is set.
            if (reads)
            {
                _reads.Add(property.Name);
            }

            if (sets && reference.Instance is IInstanceReferenceOperation)
            {
                _sets.Add(property.Name);
            }
        }
        else if (!FlowNames.Is(property.ContainingType, "Flow"))
        {
            foreach (var accessor in new[] { reads ? property.GetMethod : null, sets ? property.SetMethod : null }.OfType<IMethodSymbol>())
            {
                Call(accessor, reference.Instance);
            }
        }
    }

    private void Call(IMethodSymbol method, IOperation? instance)
    {
        var target = instance is IInstanceReferenceOperation { Syntax: not BaseExpressionSyntax } ? MostDerived(method) : method;
        if (bodies.HasSource(target))
        {
            Enqueue(target);
        }
        else
        {
            _isComplete = false;
        }
    }

    private void Enqueue(IMethodSymbol method)
    {
        if (_seen.Add(method))
        {
            _methods.Enqueue(method);
        }
    }

    /// <summary>Whether a method is one of the user's flow classes. Flow's own are known to read and set nothing that is not theirs to.</summary>
    private bool IsOwn(IMethodSymbol method) =>
        method.MethodKind is not MethodKind.LocalFunction
        && FlowNames.FlowChain(flow).Any(t => SymbolEqualityComparer.Default.Equals(t, method.ContainingType));

    private IMethodSymbol MostDerived(IMethodSymbol method)
    {
        if (!method.IsVirtual && !method.IsAbstract && !method.IsOverride)
        {
            return method;
        }

        return FlowNames.SelfAndBases(flow).SelectMany(t => t.GetMembers(method.Name)).OfType<IMethodSymbol>().FirstOrDefault(m => Overrides(m, method)) ?? method;
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

    private static (bool Reads, bool Sets) Use(IOperation reference) => reference.Parent switch
    {
        ISimpleAssignmentOperation assignment when assignment.Target == reference => (false, true),
        ICompoundAssignmentOperation assignment when assignment.Target == reference => (true, true),
        ICoalesceAssignmentOperation assignment when assignment.Target == reference => (true, true),
        IIncrementOrDecrementOperation => (true, true),
        ITupleOperation tuple when IsDeconstructionTarget(tuple) => (false, true),
        _ => (true, false),
    };

    private static bool IsDeconstructionTarget(ITupleOperation tuple) => tuple.Parent switch
    {
        ITupleOperation outer => IsDeconstructionTarget(outer),
        IDeconstructionAssignmentOperation assignment => assignment.Target == tuple,
        _ => false,
    };

    private static bool IsInName(IOperation operation)
    {
        for (var at = operation.Parent; at is not null; at = at.Parent)
        {
            if (at is INameOfOperation)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the flow itself goes where its uses cannot be seen: it is used otherwise than to reach a member.</summary>
    private static bool Escapes(IInstanceReferenceOperation self)
    {
        IOperation at = self;
        while (at.Parent is IConversionOperation or IParenthesizedOperation)
        {
            at = at.Parent;
        }

        return at.Parent switch
        {
            IMemberReferenceOperation member => member.Instance != at,
            IInvocationOperation call => call.Instance != at,
            IInvalidOperation => false,
            _ => true,
        };
    }
}
