using FlowSdk.Generators.Codecs;
using FlowSdk.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowSdk.Generators.Parse;

/// <summary>Reads the parameters of a flow.</summary>
internal static class ParameterSymbols
{
    /// <summary>The parameters of a flow, those of base classes first, those that are wrong included.</summary>
    public static IEnumerable<IPropertySymbol> Of(INamedTypeSymbol flow) =>
        FlowNames.FlowChain(flow).SelectMany(DeclaredBy);

    public static IEnumerable<IPropertySymbol> DeclaredBy(INamedTypeSymbol type) =>
        DeclaredMembers.Of(type).OfType<IPropertySymbol>().Where(p => FlowNames.Attribute(p, "ParameterAttribute") is not null);

    /// <summary>Whether a property can be set by the flow's own part.</summary>
    public static bool CanEmit(IPropertySymbol property, INamedTypeSymbol flow, Compilation compilation) =>
        property is { IsStatic: false, IsIndexer: false, GetMethod: { } getter, SetMethod: { } setter }
        && compilation.IsSymbolAccessibleWithin(getter, flow)
        && compilation.IsSymbolAccessibleWithin(setter, flow);

    public static ParameterModel Read(IPropertySymbol property, Compilation compilation, CancellationToken cancellation)
    {
        var help = FlowNames.Attribute(property, "ParameterAttribute")!.NamedArguments.FirstOrDefault(a => a.Key == "Help").Value.Value as string;
        var initializer = property.DeclaringSyntaxReferences
            .Select(r => r.GetSyntax(cancellation))
            .OfType<PropertyDeclarationSyntax>()
            .Select(p => p.Initializer?.Value)
            .FirstOrDefault(v => v is not null);
        return new(
            property.Name,
            FlowNames.Write(property.Type),
            FlowNames.Read(property.Type),
            KebabCase.From(property.Name),
            help ?? DocumentationReader.Summary(property, cancellation),
            property.IsRequired,
            initializer is null ? null : string.Join(" ", initializer.ToString().Split(['\r', '\n', '\t', ' '], StringSplitOptions.RemoveEmptyEntries)),
            ParameterReaders.Choose(property.Type, compilation),
            new([.. property.GetAttributes().Select(a => Validators.Create(a, property.Type)).OfType<string>()]));
    }
}
