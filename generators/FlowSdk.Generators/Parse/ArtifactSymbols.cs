using FlowSdk.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowSdk.Generators.Parse;

/// <summary>Reads the artifacts of a flow.</summary>
internal static class ArtifactSymbols
{
    /// <summary>The artifacts that a class itself declares, those that are wrong included.</summary>
    public static IEnumerable<IPropertySymbol> Of(INamedTypeSymbol flow) =>
        DeclaredMembers.Of(flow).OfType<IPropertySymbol>().Where(p => FlowNames.Attribute(p, "ArtifactAttribute") is not null);

    /// <summary>Whether a body can be written for a property.</summary>
    public static bool CanEmit(IPropertySymbol property, CancellationToken cancellation) =>
        property is { IsStatic: false, IsIndexer: false, ReturnsByRef: false, ReturnsByRefReadonly: false, GetMethod: not null, SetMethod.IsInitOnly: false, IsPartialDefinition: true }
        && property.PartialImplementationPart is null
        && Declaration(property, cancellation) is not null;

    public static ArtifactModel Read(IPropertySymbol property, CancellationToken cancellation)
    {
        var declaration = Declaration(property, cancellation)!;
        var attribute = FlowNames.Attribute(property, "ArtifactAttribute")!;
        var codec = FlowNames.Attribute(property, "ArtifactCodecAttribute");
        return new(
            property.Name,
            FlowNames.Write(property.Type),
            FlowNames.Read(property.Type),
            string.Join(" ", declaration.Modifiers.Where(m => !m.IsKind(SyntaxKind.PartialKeyword)).Select(m => m.Text)),
            AccessorModifiers(declaration, SyntaxKind.GetAccessorDeclaration),
            AccessorModifiers(declaration, SyntaxKind.SetAccessorDeclaration),
            property.Type.NullableAnnotation == NullableAnnotation.Annotated || property.Type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T,
            attribute.NamedArguments.Any(a => a is { Key: "ReadOnly", Value.Value: true }),
            property.Type is IPointerTypeSymbol or IFunctionPointerTypeSymbol or { IsRefLikeType: true },
            codec?.ConstructorArguments is [{ Value: ITypeSymbol type }] ? FlowNames.WriteNotNull(type) : null);
    }

    /// <summary>The part that the user wrote.</summary>
    public static PropertyDeclarationSyntax? Declaration(IPropertySymbol property, CancellationToken cancellation) =>
        property.DeclaringSyntaxReferences.Select(r => r.GetSyntax(cancellation)).OfType<PropertyDeclarationSyntax>().FirstOrDefault();

    private static string AccessorModifiers(PropertyDeclarationSyntax declaration, SyntaxKind kind) =>
        declaration.AccessorList?.Accessors.FirstOrDefault(a => a.IsKind(kind)) is { Modifiers.Count: > 0 } accessor
            ? string.Join(" ", accessor.Modifiers.Select(m => m.Text)) + " "
            : "";
}
