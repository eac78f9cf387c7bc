using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FlowSdk.Generators.Parse;

/// <summary>Tells what an operation is used for.</summary>
internal static class OperationUse
{
    /// <summary>Whether a reference is written to: assigned, changed in place, deconstructed into, or passed by reference.</summary>
    public static bool IsWritten(IOperation reference) => reference.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target == reference,
        IIncrementOrDecrementOperation => true,
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } => true,
        ITupleOperation tuple => IsDeconstructed(tuple),
        _ => false,
    };

    /// <summary>Whether a reference is written to without being read before.</summary>
    public static bool IsOnlyWritten(IOperation reference) => reference.Parent switch
    {
        ISimpleAssignmentOperation assignment => assignment.Target == reference,
        IArgumentOperation { Parameter.RefKind: RefKind.Out } => true,
        ITupleOperation tuple => IsDeconstructed(tuple),
        _ => false,
    };

    /// <summary>Whether the instance is the flow itself.</summary>
    public static bool IsThis(IOperation? instance) => instance is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance };

    /// <summary>What a member in a pattern, as <c>A</c> in <c>x is { A: 3 }</c>, is a member of; null for what is not in a pattern.</summary>
    public static IOperation? Matched(IOperation? instance)
    {
        if (instance is not IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.PatternInput })
        {
            return null;
        }

        // From the member up to the subpattern that names it, and on to what the pattern around that is for.
        var at = Ancestors(instance).First(a => a is IPropertySubpatternOperation);
        for (; at.Parent is { } parent; at = parent)
        {
            switch (parent)
            {
                case IPropertySubpatternOperation outer:
                    return outer.Member;
                case IIsPatternOperation match:
                    return match.Value;
                case ISwitchOperation choice:
                    return choice.Value;
                case ISwitchExpressionOperation choice:
                    return choice.Value;
                case IListPatternOperation or ISlicePatternOperation:
                case IRecursivePatternOperation parts when parts.DeconstructionSubpatterns.Contains(at):
                    return null;
            }
        }

        return null;
    }

    /// <summary>Whether an operation stands in a lambda or local function, which runs at another time than the body around it.</summary>
    public static bool IsDeferred(IOperation operation) => Ancestors(operation).Any(a => a is IAnonymousFunctionOperation or ILocalFunctionOperation);

    /// <summary>Whether the code around is prepared for any exception: a try with a catch, or a method that is told of one, as <c>Assert.Throws</c>.</summary>
    public static bool IsTried(IOperation operation) => Ancestors(operation).Any(a =>
        a is ITryOperation { Catches.Length: > 0 }
        || (a is IInvocationOperation { TargetMethod.TypeArguments: var types } && types.OfType<INamedTypeSymbol>().Any(t => FlowNames.SelfAndBases(t).Any(b => FlowNames.Is(b, "System", "Exception")))));

    /// <summary>Whether only the name is used.</summary>
    public static bool IsInName(IOperation operation) => Ancestors(operation).Any(a => a is INameOfOperation);

    public static IEnumerable<IOperation> Ancestors(IOperation operation)
    {
        for (var at = operation.Parent; at is not null; at = at.Parent)
        {
            yield return at;
        }
    }

    /// <summary>The operation without conversions and parentheses around it.</summary>
    public static IOperation Unwrap(IOperation operation)
    {
        while (operation is IConversionOperation or IParenthesizedOperation or IDelegateCreationOperation)
        {
            operation = operation switch
            {
                IConversionOperation conversion => conversion.Operand,
                IDelegateCreationOperation creation => creation.Target,
                _ => ((IParenthesizedOperation)operation).Operand,
            };
        }

        return operation;
    }

    private static bool IsDeconstructed(ITupleOperation tuple) => tuple.Parent switch
    {
        ITupleOperation outer => IsDeconstructed(outer),
        IDeconstructionAssignmentOperation assignment => assignment.Target == tuple,
        _ => false,
    };
}
