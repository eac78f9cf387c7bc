using FlowSdk.Generators.Parse;
using Microsoft.CodeAnalysis;

namespace FlowSdk.Generators.Diagnostics;

/// <summary>What looks like a filter of a step is one, and generated code can make it.</summary>
internal static class FilterRules
{
    public static bool IsFilter(INamedTypeSymbol type) => FlowNames.SelfAndBases(type).Any(t => FlowNames.Is(t, "StepFilterAttribute"));

    public static void Check(AttributeData attribute, FlowInspection inspection)
    {
        var type = attribute.AttributeClass!;
        if (Wrong(type, inspection) is { } reason)
        {
            inspection.Report(AttributeDiagnostics.Filter, AttributePlaces.Of(attribute), AttributeRules.Short(type.Name), reason);
        }
    }

    private static string? Wrong(INamedTypeSymbol type, FlowInspection inspection)
    {
        if (!IsFilter(type))
        {
            return FlowNames.SelfAndBases(type).SelectMany(t => t.GetMembers()).OfType<IMethodSymbol>().Any(m => m.Parameters.Any(p => FlowNames.Is(p.Type, "StepDelegate")))
                ? $"takes a StepDelegate as a filter does, but is none, so it does nothing. Derive '{type.Name}' from StepFilterAttribute."
                : null;
        }

        return type.IsFileLocal || FlowNames.Containing(type).Any(t => t.IsFileLocal) ? $"is a filter that is local to its file, and generated code is in another. Remove 'file' from '{type.Name}'."
            : !inspection.Compilation.IsSymbolAccessibleWithin(type, inspection.Flow) ? $"is a filter that '{inspection.Flow.Name}' cannot reach. Make '{type.Name}' internal."
            : null;
    }
}
