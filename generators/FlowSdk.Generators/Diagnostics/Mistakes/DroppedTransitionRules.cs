using FlowSdk.Generators.Parse;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FlowSdk.Generators.Diagnostics;

/// <summary>A step returns the transition that it makes.</summary>
internal static class DroppedTransitionRules
{
    public static void Check(MemberBody body, FlowInspection inspection)
    {
        if (body.Step is not { } step)
        {
            return;
        }

        var isEnd = StepSignature.Read(step).IsEnd;
        foreach (var call in body.Calls.Where(c => TransitionCall.IsTransition(c.TargetMethod)))
        {
            if (Reason(call, step, isEnd) is { } reason)
            {
                inspection.Report(MistakeDiagnostics.TransitionDropped, call.Syntax.GetLocation(), $"'{call.Syntax}'", reason);
            }
        }
    }

    private static string? Reason(IInvocationOperation call, IMethodSymbol step, bool isEnd) => isEnd
        ? $"'{step.Name}' returns nothing, which makes it the end of the flow. Let it return {(step.ReturnsVoid ? "Next" : "Task<Next>")}."
        : IsDropped(call) ? "its value is not used. Write 'return' before it." : null;

    private static bool IsDropped(IOperation call) => call.Parent
        is IExpressionStatementOperation
        or ISimpleAssignmentOperation { Target: IDiscardOperation }
        or IConversionOperation { Parent: ISimpleAssignmentOperation { Target: IDiscardOperation } };
}
