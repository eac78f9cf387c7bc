using Microsoft.CodeAnalysis;

namespace FlowSdk.Generators.Parse;

/// <summary>Finds the types whose values a flow keeps.</summary>
internal static class PersistedTypes
{
    /// <summary>The types of the artifacts, parameters and foreach items that a class itself declares.</summary>
    public static IEnumerable<ITypeSymbol> Of(INamedTypeSymbol flow, FlowBodies bodies) =>
        [.. Properties(flow).Select(p => p.Property.Type), .. Steps(flow).SelectMany(s => Items(s, bodies))];

    /// <summary>The steps that a class itself declares.</summary>
    public static IEnumerable<IMethodSymbol> Steps(INamedTypeSymbol flow) => DeclaredMembers.Of(flow).OfType<IMethodSymbol>().Where(FlowNames.IsStep);

    /// <summary>The types of the items over which a step goes.</summary>
    public static IEnumerable<ITypeSymbol> Items(IMethodSymbol step, FlowBodies bodies) => bodies.Of(step).Select(TransitionCall.TryRead).Select(c => c?.ItemType).OfType<ITypeSymbol>();

    /// <summary>The artifacts and parameters that a class itself declares, save those that have a codec of their own.</summary>
    public static IEnumerable<(IPropertySymbol Property, string Kind)> Properties(INamedTypeSymbol flow) =>
    [
        .. ArtifactSymbols.Of(flow).Where(p => FlowNames.Attribute(p, "ArtifactCodecAttribute") is null).Select(p => (p, "Artifact")),
        .. ParameterSymbols.DeclaredBy(flow).Select(p => (p, "Parameter")),
    ];
}
