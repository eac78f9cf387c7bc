using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FlowSdk.Generators.Parse;

/// <summary>Recognises the questions whether a step has failed: whether an artifact of type <c>StepFailure</c> is null.</summary>
internal static class FailureTests
{
    /// <summary>The artifact that a condition asks about, and whether it is null when the condition holds; null if it asks nothing of the kind.</summary>
    public static (IPropertyReferenceOperation Artifact, bool IsNullWhenTrue)? Read(IOperation condition) =>
        NullTest.Read(condition) is { } test && Failure(test.Value) is { } artifact ? (artifact, test.IsNullWhenTrue) : null;

    /// <summary>The artifact that an expression asks about, whatever the answer is used for; null if it asks nothing of the kind.</summary>
    public static IPropertyReferenceOperation? Asked(IOperation operation) => operation is IPropertySubpatternOperation part ? Failure(part.Member) : Read(operation)?.Artifact;

    /// <summary>The artifacts that a call asks about with a predicate of all that it is given, as <c>inputs.All(i => i.Error is null)</c>.</summary>
    public static IEnumerable<IPropertyReferenceOperation> AskedOfAll(IInvocationOperation call) => call.TargetMethod.Name is "All" or "Any" or "Count" or "TrueForAll" or "Exists"
        ? call.Arguments.Select(a => OperationUse.Unwrap(a.Value)).OfType<IAnonymousFunctionOperation>().SelectMany(l => l.Descendants()).Select(Asked).OfType<IPropertyReferenceOperation>()
        : [];

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
}
