using Microsoft.CodeAnalysis;

namespace FlowSdk.Generators.Parse;

/// <summary>Finds the steps of a flow.</summary>
internal static class StepSymbols
{
    /// <summary>The steps that the flow has, those of base classes first, each as the flow itself has it: an override in the place of what it overrides.</summary>
    public static IReadOnlyList<IMethodSymbol> Of(INamedTypeSymbol flow)
    {
        var steps = new List<IMethodSymbol>();
        foreach (var method in FlowNames.FlowChain(flow).SelectMany(DeclaredMembers.Of).OfType<IMethodSymbol>().Where(FlowNames.IsStep))
        {
            var overridden = method.OverriddenMethod is { } root
                ? steps.FindIndex(s => SymbolEqualityComparer.Default.Equals(s, root))
                : -1;
            if (overridden >= 0)
            {
                steps[overridden] = method;
            }
            else
            {
                steps.Add(method);
            }
        }

        return steps;
    }
}
