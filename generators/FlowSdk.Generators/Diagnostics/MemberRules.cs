using FlowSdk.Generators.Parse;
using Microsoft.CodeAnalysis;

namespace FlowSdk.Generators.Diagnostics;

/// <summary>Members of a flow hide none of Flow's, and what is kept of them can be persisted.</summary>
internal static class MemberRules
{
    public static void Check(FlowInspection inspection)
    {
        CheckNames(inspection);
        CheckPersistable(inspection);
    }

    private static void CheckNames(FlowInspection inspection)
    {
        var flow = inspection.Flow;
        var reserved = new HashSet<string>(FlowNames.SelfAndBases(flow)
            .First(t => FlowNames.Is(t, "Flow"))
            .GetMembers()
            .Where(m => m.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected && m is not IMethodSymbol { MethodKind: not MethodKind.Ordinary })
            .Select(m => m.Name));
        foreach (var member in flow.GetMembers().Where(m => !m.IsImplicitlyDeclared && !m.IsOverride))
        {
            // A run keeps artifacts and parameters by name, so it cannot keep both.
            var hidden = reserved.Contains(member.Name) ? "Flow" : inspection.Artifacts.Concat(inspection.Parameters).FirstOrDefault(p => p.Name == member.Name && !inspection.Declares(p))?.ContainingType.Name;
            if (hidden is not null)
            {
                inspection.Report(StepDiagnostics.ReservedName, member.Locations[0], member.Name, hidden);
            }
        }
    }

    private static void CheckPersistable(FlowInspection inspection)
    {
        foreach (var (property, kind) in PersistedTypes.Properties(inspection.Flow))
        {
            inspection.Cancellation.ThrowIfCancellationRequested();
            if (property.Type.TypeKind != TypeKind.Error && inspection.Planner.Plan(property.Type) is { } problem)
            {
                var type = property.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
                inspection.Report(
                    StepDiagnostics.NotPersistable, property.Locations[0], $"{kind} '{property.Name}'", type, problem.Path, problem.Reason.TrimEnd('.'));
            }
        }
    }
}
