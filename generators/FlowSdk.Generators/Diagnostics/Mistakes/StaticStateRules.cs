using FlowSdk.Generators.Parse;
using Microsoft.CodeAnalysis;

namespace FlowSdk.Generators.Diagnostics;

/// <summary>
/// Steps change nothing that is static: other tasks run in other processes. What is filled while it is null is a cache, and fine; so are dictionaries
/// and sets, which are caches more often than not.
/// </summary>
internal static class StaticStateRules
{
    public static void Check(MemberBody body, FlowInspection inspection)
    {
        if (body.Member is not IMethodSymbol { MethodKind: not (MethodKind.Constructor or MethodKind.StaticConstructor) } method)
        {
            return;
        }

        foreach (var reference in body.References)
        {
            if (reference.Member is (IFieldSymbol or IPropertySymbol) and { IsStatic: true } member
                && SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, inspection.Flow.ContainingAssembly)
                && ((OperationUse.IsWritten(reference) && !CacheFill.Is(reference)) || InPlaceChange.OfList(reference))
                && inspection.MayRun(method))
            {
                inspection.Report(MistakeDiagnostics.StaticState, reference.Syntax.GetLocation(), member.Name, body.Name);
            }
        }
    }
}
