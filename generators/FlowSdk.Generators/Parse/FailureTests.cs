using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FlowSdk.Generators.Parse;

/// <summary>Recognises the questions whether a step has failed: whether an artifact of type <c>StepFailure</c> is null.</summary>
internal static class FailureTests
{
    /// <summary>The artifact that a condition asks about, and whether it is null when the condition holds; null if it asks nothing of the kind.</summary>
    public static (IPropertyReferenceOperation Artifact, bool IsNullWhenTrue)? Read(IOperation condition) =>
        NullTest.Read(condition) is { } test && Tested(test.Value) is { } artifact ? (artifact, test.IsNullWhenTrue) : null;

    /// <summary>The artifact that an expression asks about, whatever the answer is used for; null if it asks nothing of the kind.</summary>
    public static IPropertyReferenceOperation? Asked(IOperation operation) => operation switch
    {
        IPropertySubpatternOperation part => Failure(part.Member),
        IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "IsNullOrEmpty" or "IsNullOrWhiteSpace" } } text => Tested(text.Value),
        IIsPatternOperation { Value: IConditionalAccessOperation value } => Tested(value),
        IPatternOperation and not IDiscardPatternOperation => OfTuple(operation),
        _ => Read(operation)?.Artifact,
    };

    /// <summary>The artifacts that a call asks about with a predicate of all that it is given, as <c>inputs.All(i => i.Error is null)</c>.</summary>
    public static IEnumerable<IPropertyReferenceOperation> AskedOfAll(IInvocationOperation call) => call.TargetMethod.Name is "All" or "Any" or "Count" or "TrueForAll" or "Exists"
        ? call.Arguments.Select(a => OperationUse.Unwrap(a.Value)).OfType<IAnonymousFunctionOperation>().SelectMany(l => l.Descendants()).Select(Asked).OfType<IPropertyReferenceOperation>()
        : [];

    /// <summary>The artifact that is null where a value is: the one itself, or the one that <c>?.</c> takes something of.</summary>
    public static IPropertyReferenceOperation? Tested(IOperation value) =>
        OperationUse.Unwrap(value) is IConditionalAccessOperation access ? Failure(access.Operation) : Failure(value);

    /// <summary>The artifact, if an expression is one that holds a failure.</summary>
    public static IPropertyReferenceOperation? Failure(IOperation? operation)
    {
        while (operation is IConversionOperation conversion)
        {
            operation = conversion.Operand;
        }

        return operation is IPropertyReferenceOperation reference
            && FlowNames.Is(reference.Property.Type, "StepFailure")
            && FlowNames.Attribute(reference.Property, "ArtifactAttribute") is not null
            ? reference
            : null;
    }

    /// <summary>The artifact that a pattern is about as one of several things, as in <c>(Error, 1) is (null, _)</c>.</summary>
    private static IPropertyReferenceOperation? OfTuple(IOperation pattern)
    {
        var part = Outermost(pattern);
        if (part.Parent is not IRecursivePatternOperation { DeconstructionSubpatterns: var parts } whole)
        {
            return null;
        }

        var subject = Outermost(whole).Parent switch
        {
            IIsPatternOperation test => test.Value,
            ISwitchExpressionArmOperation { Parent: ISwitchExpressionOperation choice } => choice.Value,
            IPatternCaseClauseOperation { Parent: ISwitchCaseOperation { Parent: ISwitchOperation choice } } => choice.Value,
            _ => null,
        };
        return subject is not null && OperationUse.Unwrap(subject) is ITupleOperation { Elements: var elements } && elements.Length == parts.Length
            ? Tested(elements[parts.IndexOf((IPatternOperation)part)])
            : null;
    }

    /// <summary>The whole of what <c>and</c>, <c>or</c> and <c>not</c> make of a pattern.</summary>
    private static IOperation Outermost(IOperation pattern)
    {
        while (pattern.Parent is IPatternOperation and not IRecursivePatternOperation)
        {
            pattern = pattern.Parent;
        }

        return pattern;
    }
}
