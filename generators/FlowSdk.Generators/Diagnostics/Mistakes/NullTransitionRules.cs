using FlowSdk.Generators.Parse;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FlowSdk.Generators.Diagnostics;

/// <summary>A step that makes transitions never returns null. Of one that makes none, the rules of graphs say so.</summary>
internal static class NullTransitionRules
{
    public static void Check(MemberBody body, FlowInspection inspection)
    {
        if (body.Step is not { } step || StepSignature.Read(step).IsEnd || !body.Calls.Any(c => TransitionCall.IsTransition(c.TargetMethod)))
        {
            return;
        }

        foreach (var leave in body.Operations.OfType<IReturnOperation>().Where(r => !OperationUse.IsDeferred(r)))
        {
            foreach (var value in Nulls(leave.ReturnedValue))
            {
                inspection.Report(StepDiagnostics.NullTransition, value.Syntax.GetLocation(), step.Name);
            }
        }
    }

    /// <summary>The parts of an expression that are null, of those that may be its value.</summary>
    private static IEnumerable<IOperation> Nulls(IOperation? value) => value switch
    {
        null => [],
        IDefaultValueOperation or ILiteralOperation { ConstantValue: { HasValue: true, Value: null } } => [value],
        IConversionOperation conversion => Nulls(conversion.Operand),
        IParenthesizedOperation inner => Nulls(inner.Operand),
        IConditionalOperation choice => Nulls(choice.WhenTrue).Concat(Nulls(choice.WhenFalse)),
        ISwitchExpressionOperation choice => choice.Arms.SelectMany(a => Nulls(a.Value)),
        ICoalesceOperation choice => Nulls(choice.WhenNull),
        IInvocationOperation { TargetMethod: { Name: "FromResult" } } call => call.Arguments.SelectMany(a => Nulls(a.Value)),
        _ => [],
    };
}
