using FlowSdk.Generators.Parse;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FlowSdk.Generators.Diagnostics;

/// <summary>Steps do not set static fields: other tasks run in other processes. One that is filled while it is null is a cache, and fine.</summary>
internal static class StaticStateRules
{
    public static void Check(MemberBody body, FlowInspection inspection)
    {
        if (body.Member is not IMethodSymbol { IsStatic: false, MethodKind: not MethodKind.Constructor } || !inspection.Declares(body.Member))
        {
            return;
        }

        foreach (var reference in body.Operations.OfType<IMemberReferenceOperation>())
        {
            if (reference.Member is (IFieldSymbol or IPropertySymbol) and { IsStatic: true } member
                && SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, inspection.Flow.ContainingAssembly)
                && OperationUse.IsWritten(reference)
                && !OperationUse.IsFilled(reference))
            {
                inspection.Report(MistakeDiagnostics.StaticState, reference.Syntax.GetLocation(), member.Name, body.Name);
            }
        }
    }
}
