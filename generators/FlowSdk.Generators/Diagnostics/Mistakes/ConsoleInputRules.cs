using FlowSdk.Generators.Parse;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FlowSdk.Generators.Diagnostics;

/// <summary>Steps do not read standard input, which a worker does not have.</summary>
internal static class ConsoleInputRules
{
    public static void Check(MemberBody body, FlowInspection inspection)
    {
        foreach (var operation in body.Operations)
        {
            var member = operation switch
            {
                IInvocationOperation { TargetMethod: { Name: "ReadLine" or "ReadKey" or "Read" or "OpenStandardInput" } method } => method,
                IPropertyReferenceOperation { Property: { Name: "In" } property } => property,
                _ => (ISymbol?)null,
            };
            if (member is not null && FlowNames.Is(member.ContainingType, "System", "Console") && !OperationUse.IsInName(operation) && inspection.MayRun(body.Member))
            {
                inspection.Report(MistakeDiagnostics.ConsoleInput, operation.Syntax.GetLocation(), $"Console.{member.Name}");
            }
        }
    }
}
