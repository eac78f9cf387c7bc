using FlowSdk.Generators.Codecs;
using FlowSdk.Generators.Parse;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FlowSdk.Generators.Diagnostics;

/// <summary>Members of a flow hide none of Flow's, and what is kept of them can be persisted.</summary>
internal static class MemberRules
{
    public static void Check(INamedTypeSymbol flow, SymbolAnalysisContext context)
    {
        CheckNames(flow, context);
        CheckPersistable(flow, context);
    }

    private static void CheckNames(INamedTypeSymbol flow, SymbolAnalysisContext context)
    {
        var reserved = new HashSet<string>(FlowNames.SelfAndBases(flow)
            .First(t => FlowNames.Is(t, "Flow"))
            .GetMembers()
            .Where(m => m.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected && m is not IMethodSymbol { MethodKind: not MethodKind.Ordinary })
            .Select(m => m.Name));
        foreach (var member in flow.GetMembers().Where(m => !m.IsImplicitlyDeclared && !m.IsOverride && reserved.Contains(m.Name)))
        {
            context.ReportDiagnostic(Diagnostic.Create(StepDiagnostics.ReservedName, member.Locations[0], member.Name));
        }
    }

    private static void CheckPersistable(INamedTypeSymbol flow, SymbolAnalysisContext context)
    {
        var planner = new CodecPlanner(context.Compilation, flow);
        foreach (var (property, kind) in PersistedTypes.Properties(flow))
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (property.Type.TypeKind != TypeKind.Error && planner.Plan(property.Type) is { } problem)
            {
                var type = property.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
                context.ReportDiagnostic(Diagnostic.Create(
                    StepDiagnostics.NotPersistable, property.Locations[0], $"{kind} '{property.Name}'", type, problem.Path, problem.Reason.TrimEnd('.')));
            }
        }
    }
}
