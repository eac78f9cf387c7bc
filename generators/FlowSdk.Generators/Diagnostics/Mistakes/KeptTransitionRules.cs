using FlowSdk.Generators.Parse;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FlowSdk.Generators.Diagnostics;

/// <summary>A transition is made where it is returned: one in a field or property may be that of another task.</summary>
internal static class KeptTransitionRules
{
    public static void Check(MemberBody body, FlowInspection inspection)
    {
        if (body.Step is null)
        {
            return;
        }

        foreach (var reference in body.References.Where(r => IsTransition(r.Type) && IsKept(r)))
        {
            inspection.Report(MistakeDiagnostics.NextKept, reference.Syntax.GetLocation(), reference.Member.Name);
        }
    }

    private static bool IsTransition(ITypeSymbol? type) =>
        FlowNames.Is(type, "Next")
        || (type is INamedTypeSymbol { TypeArguments: [var result] } && FlowNames.Is(result, "Next") && (FlowNames.IsTask(type, "Task`1") || FlowNames.IsTask(type, "ValueTask`1")));

    // A member of a tuple or of the framework carries what the step put there.
    private static bool IsKept(IMemberReferenceOperation reference) =>
        reference.Member is IFieldSymbol or IPropertySymbol { IsIndexer: false }
        && reference.Member.ContainingType is { IsTupleType: false, IsAnonymousType: false } type
        && type.Locations.Any(l => l.IsInSource)
        && (reference.Member.IsStatic || OperationUse.IsThis(reference.Instance))
        && !OperationUse.IsWritten(reference)
        && !OperationUse.IsInName(reference);
}
