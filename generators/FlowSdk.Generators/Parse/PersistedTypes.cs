using Microsoft.CodeAnalysis;

namespace FlowSdk.Generators.Parse;

/// <summary>Finds the types whose values a flow keeps.</summary>
internal static class PersistedTypes
{
    /// <summary>The types of the artifacts, parameters and foreach items that a class itself declares, and where each is written.</summary>
    public static IEnumerable<(ITypeSymbol Type, ISymbol Member)> Of(INamedTypeSymbol flow, FlowBodies bodies)
    {
        foreach (var artifact in ArtifactSymbols.Of(flow).Where(p => FlowNames.Attribute(p, "ArtifactCodecAttribute") is null))
        {
            yield return (artifact.Type, artifact);
        }

        foreach (var parameter in ParameterSymbols.DeclaredBy(flow))
        {
            yield return (parameter.Type, parameter);
        }

        foreach (var step in flow.GetMembers().OfType<IMethodSymbol>().Where(FlowNames.IsStep))
        {
            foreach (var item in bodies.Of(step).Select(TransitionCall.TryRead).Select(c => c?.ItemType).OfType<ITypeSymbol>())
            {
                yield return (item, step);
            }
        }
    }
}
