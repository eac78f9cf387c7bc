using Microsoft.CodeAnalysis;

namespace FlowSdk.Generators.Parse;

/// <summary>Finds the filters around a step.</summary>
internal static class StepFilters
{
    /// <summary>The filters of the flow's classes, the base first, then those of the step and of what it overrides: the outermost first.</summary>
    public static IEnumerable<AttributeData> Of(IMethodSymbol step, INamedTypeSymbol flow) =>
        FlowNames.FlowChain(flow).Concat<ISymbol>(Overrides(step)).SelectMany(s => s.GetAttributes()).Where(IsFilter);

    private static bool IsFilter(AttributeData attribute) =>
        attribute is { AttributeClass: { } type, AttributeConstructor: not null } && FlowNames.SelfAndBases(type).Any(t => FlowNames.Is(t, "StepFilterAttribute"));

    private static IEnumerable<IMethodSymbol> Overrides(IMethodSymbol step) =>
        step.OverriddenMethod is { } root ? Overrides(root).Append(step) : [step];
}
