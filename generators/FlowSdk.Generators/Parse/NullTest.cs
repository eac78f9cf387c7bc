using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FlowSdk.Generators.Parse;

/// <summary>A question whether a value is null.</summary>
/// <param name="Value">What is asked about.</param>
/// <param name="IsNullWhenTrue">Whether it is null when the answer is yes.</param>
internal sealed record NullTest(IOperation Value, bool IsNullWhenTrue)
{
    /// <summary>The question that a condition is; null if it is none of the kind.</summary>
    public static NullTest? Read(IOperation condition) => condition switch
    {
        IIsPatternOperation test when OfPattern(test.Pattern) is { } isNull => new(test.Value, isNull),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison when Compared(comparison) is { } value =>
            new(value, comparison.OperatorKind == BinaryOperatorKind.Equals),
        _ => null,
    };

    /// <summary>Whether an operation is null itself.</summary>
    public static bool IsNull(IOperation operation) => OperationUse.Unwrap(operation).ConstantValue is { HasValue: true, Value: null };

    private static IOperation? Compared(IBinaryOperation comparison) =>
        IsNull(comparison.RightOperand) ? comparison.LeftOperand : IsNull(comparison.LeftOperand) ? comparison.RightOperand : null;

    private static bool? OfPattern(IPatternOperation pattern) => pattern switch
    {
        IConstantPatternOperation constant => IsNull(constant.Value) ? true : null,
        INegatedPatternOperation negated => !OfPattern(negated.Pattern),
        IRecursivePatternOperation { PropertySubpatterns.Length: 0, DeconstructionSubpatterns.Length: 0 } or ITypePatternOperation or IDeclarationPatternOperation => false,
        _ => null,
    };
}
