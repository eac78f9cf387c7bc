using FlowSdk.Generators.Parse;
using Microsoft.CodeAnalysis;

namespace FlowSdk.Generators.Diagnostics;

/// <summary>What a retry excepts are exceptions.</summary>
internal static class ExceptRules
{
    public static void Check(AttributeData attribute, IMethodSymbol step, FlowInspection inspection)
    {
        if (!FlowNames.Is(attribute.AttributeClass, "RetryAttribute")
            || attribute.NamedArguments.FirstOrDefault(a => a.Key == "Except").Value is not { Kind: TypedConstantKind.Array, IsNull: false } types)
        {
            return;
        }

        foreach (var type in types.Values.Select(v => v.Value).OfType<ITypeSymbol>().Where(t => t.TypeKind != TypeKind.Error && !IsException(t)))
        {
            inspection.Report(
                AttributeDiagnostics.RetryExcept,
                AttributePlaces.Of(attribute, "Except", inspection.Cancellation),
                step.Name,
                type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat));
        }
    }

    private static bool IsException(ITypeSymbol type) =>
        type is INamedTypeSymbol named && FlowNames.SelfAndBases(named).Any(t => FlowNames.Is(t, "System", "Exception"));
}
