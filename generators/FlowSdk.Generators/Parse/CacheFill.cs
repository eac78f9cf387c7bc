using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FlowSdk.Generators.Parse;

/// <summary>Recognises a member that is set only while it is null, as caches are: each process fills its own, and nothing is lost by that.</summary>
internal static class CacheFill
{
    public static bool Is(IMemberReferenceOperation reference) => reference.Parent switch
    {
        ICoalesceAssignmentOperation fill => fill.Target == reference,
        IArgumentOperation { Parameter.RefKind: RefKind.Ref, Parent: IInvocationOperation call } when IsFiller(call) => true,
        _ => OperationUse.IsWritten(reference) && IsFoundNull(reference),
    };

    private static bool IsFiller(IInvocationOperation call) => call.TargetMethod.Name switch
    {
        "EnsureInitialized" => FlowNames.Is(call.TargetMethod.ContainingType, "System.Threading", "LazyInitializer"),
        "CompareExchange" => FlowNames.Is(call.TargetMethod.ContainingType, "System.Threading", "Interlocked") && call.Arguments.Any(a => a.Parameter?.Ordinal == 2 && NullTest.IsNull(a.Value)),
        _ => false,
    };

    /// <summary>Whether the code around a reference has found the member null: under a condition, after a return, or to the right of <c>??</c>.</summary>
    private static bool IsFoundNull(IMemberReferenceOperation reference)
    {
        IOperation at = reference;
        foreach (var around in OperationUse.Ancestors(reference))
        {
            var isFound = around switch
            {
                IConditionalOperation choice when choice.WhenTrue == at => Finds(choice.Condition, true, reference),
                IConditionalOperation choice when choice.WhenFalse == at => Finds(choice.Condition, false, reference),
                ICoalesceOperation coalesce => coalesce.WhenNull == at && IsSame(coalesce.Value, reference),
                IBlockOperation block => block.Operations.TakeWhile(o => o != at)
                    .Any(o => o is IConditionalOperation { WhenFalse: null } choice && Leaves(choice.WhenTrue) && Finds(choice.Condition, false, reference)),
                _ => false,
            };
            if (isFound)
            {
                return true;
            }

            at = around;
        }

        return false;
    }

    /// <summary>Whether a condition is known to have found the member null once it has had an outcome.</summary>
    private static bool Finds(IOperation condition, bool outcome, IMemberReferenceOperation reference) => condition switch
    {
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => Finds(not.Operand, !outcome, reference),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both => outcome && (Finds(both.LeftOperand, true, reference) || Finds(both.RightOperand, true, reference)),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } either => !outcome && (Finds(either.LeftOperand, false, reference) || Finds(either.RightOperand, false, reference)),
        _ => NullTest.Read(condition) is { } test && test.IsNullWhenTrue == outcome && IsSame(test.Value, reference),
    };

    private static bool Leaves(IOperation branch) => branch switch
    {
        IBlockOperation { Operations: [.., var last] } => Leaves(last),
        IReturnOperation or IThrowOperation or IBranchOperation or IExpressionStatementOperation { Operation: IThrowOperation } => true,
        _ => false,
    };

    private static bool IsSame(IOperation value, IMemberReferenceOperation reference) => OperationUse.Unwrap(value) switch
    {
        IMemberReferenceOperation other => SymbolEqualityComparer.Default.Equals(other.Member, reference.Member) && (other.Instance is null || OperationUse.IsThis(other.Instance)),
        // As it is read first where the filling is locked.
        IInvocationOperation { TargetMethod: { Name: "Read" } method, Arguments: [var place] } => FlowNames.Is(method.ContainingType, "System.Threading", "Volatile") && IsSame(place.Value, reference),
        _ => false,
    };
}
