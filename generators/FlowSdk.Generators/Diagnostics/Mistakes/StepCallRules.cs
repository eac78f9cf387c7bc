using FlowSdk.Generators.Parse;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace FlowSdk.Generators.Diagnostics;

/// <summary>Steps are led to, not called, nor handed on to be called. An override may call what it overrides.</summary>
internal static class StepCallRules
{
    public static void Check(MemberBody body, FlowInspection inspection)
    {
        foreach (var call in body.Calls)
        {
            if (OperationUse.IsThis(call.Instance) && call.Instance!.Syntax is not BaseExpressionSyntax && FlowNames.IsStep(call.TargetMethod))
            {
                inspection.Report(MistakeDiagnostics.StepCalled, call.Syntax.GetLocation(), call.TargetMethod.Name, body.Name, "calls");
            }
        }

        foreach (var reference in body.References.OfType<IMethodReferenceOperation>())
        {
            if (OperationUse.IsThis(reference.Instance) && FlowNames.IsStep(reference.Method) && !OperationUse.IsInName(reference) && !IsNamed(reference))
            {
                inspection.Report(MistakeDiagnostics.StepCalled, reference.Syntax.GetLocation(), reference.Method.Name, body.Name, "hands on");
            }
        }
    }

    /// <summary>Whether a step is an argument of a kind that only its name is taken of: a transition, or the first step of a branch.</summary>
    private static bool IsNamed(IOperation reference)
    {
        var at = reference;
        while (at.Parent is IConversionOperation or IDelegateCreationOperation or IParenthesizedOperation)
        {
            at = at.Parent;
        }

        return at.Parent is IArgumentOperation { Parameter.Type: { Name: "Delegate" } type } && FlowNames.Is(type, "System", "Delegate");
    }
}
