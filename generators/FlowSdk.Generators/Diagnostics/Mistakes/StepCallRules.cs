using FlowSdk.Generators.Parse;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace FlowSdk.Generators.Diagnostics;

/// <summary>Steps are led to, not called. An override may call what it overrides.</summary>
internal static class StepCallRules
{
    public static void Check(MemberBody body, FlowInspection inspection)
    {
        foreach (var call in body.Calls)
        {
            if (OperationUse.IsThis(call.Instance) && call.Instance!.Syntax is not BaseExpressionSyntax && FlowNames.IsStep(call.TargetMethod))
            {
                inspection.Report(MistakeDiagnostics.StepCalled, call.Syntax.GetLocation(), call.TargetMethod.Name, body.Name);
            }
        }
    }
}
