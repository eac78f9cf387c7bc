using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FlowSdk.Architecture.Tests;

public sealed class PublicSurfaceTests
{
    private static readonly SymbolDisplayFormat _typeFormat = new(
        globalNamespaceStyle: SymbolDisplayGlobalNamespaceStyle.Omitted,
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints | SymbolDisplayGenericsOptions.IncludeVariance,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat _memberFormat = _typeFormat
        .WithMemberOptions(
            SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeModifiers
            | SymbolDisplayMemberOptions.IncludeAccessibility | SymbolDisplayMemberOptions.IncludeRef | SymbolDisplayMemberOptions.IncludeConstantValue)
        .WithParameterOptions(
            SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeParamsRefOut
            | SymbolDisplayParameterOptions.IncludeDefaultValue | SymbolDisplayParameterOptions.IncludeExtensionThis);

    [Theory]
    [InlineData("FlowSdk")]
    [InlineData("FlowSdk.Testing")]
    public void The_public_surface_is_the_approved_one(string assembly) => Describe(assembly).ShouldBeThatOf($"tests/FlowSdk.Architecture.Tests/{assembly}.approved.txt");

    [Theory]
    [InlineData("FlowSdk", "FlowSdk.FlowException")]
    [InlineData("FlowSdk.Testing")]
    public void Public_classes_are_sealed_abstract_static_or_meant_to_be_derived_from(string assembly, params string[] meant)
    {
        var open =
            from type in PublicTypes(assembly)
            where type is { TypeKind: TypeKind.Class, IsSealed: false, IsAbstract: false, IsStatic: false }
            select type.ToDisplayString(_typeFormat);

        open.ShouldBe(meant);
    }

    private static string Describe(string assembly)
    {
        var text = new StringBuilder();
        foreach (var type in PublicTypes(assembly))
        {
            text.Append(Modifiers(type)).Append(type.ToDisplayString(_typeFormat)).Append(Bases(type)).Append('\n');
            foreach (var member in type.GetMembers().Where(IsVisible).Select(member => member.ToDisplayString(_memberFormat)).Order(StringComparer.Ordinal))
            {
                text.Append("    ").Append(member).Append('\n');
            }
        }

        return text.ToString();
    }

    private static IEnumerable<INamedTypeSymbol> PublicTypes(string assembly)
    {
        var compilation = CSharpCompilation.Create("Surface", references: LibrarySource.References.Select(file => MetadataReference.CreateFromFile(file)));
        var library = (IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(
            compilation.References.Single(reference => Path.GetFileName(reference.Display) == $"{assembly}.dll"))!;
        return TypesOf(library.GlobalNamespace).OrderBy(type => type.ToDisplayString(_typeFormat), StringComparer.Ordinal);
    }

    private static IEnumerable<INamedTypeSymbol> TypesOf(INamespaceOrTypeSymbol container) =>
        container.GetMembers().OfType<INamespaceOrTypeSymbol>()
            .SelectMany(member => member is INamedTypeSymbol type ? TypesOf(type).Prepend(type) : TypesOf(member))
            .Where(IsVisible);

    private static bool IsVisible(ISymbol symbol) =>
        symbol.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal
        && symbol is not IMethodSymbol { MethodKind: not (MethodKind.Ordinary or MethodKind.Constructor or MethodKind.UserDefinedOperator or MethodKind.Conversion) }
        && symbol is not IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType.TypeKind: TypeKind.Enum }
        && (symbol is not INamedTypeSymbol || symbol.ContainingType is null || IsVisible(symbol.ContainingType));

    private static string Modifiers(INamedTypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Enum } => "enum ",
        { TypeKind: TypeKind.Interface } => "interface ",
        { TypeKind: TypeKind.Delegate } => "delegate ",
        { TypeKind: TypeKind.Struct } => type.IsReadOnly ? "readonly struct " : "struct ",
        { IsStatic: true } => "static class ",
        { IsAbstract: true } => "abstract class ",
        { IsSealed: true } => "sealed class ",
        _ => "class ",
    };

    private static string Bases(INamedTypeSymbol type)
    {
        var bases = type.BaseType is { SpecialType: SpecialType.None } parent ? type.Interfaces.Prepend(parent) : type.Interfaces;
        var names = bases.Select(symbol => symbol.ToDisplayString(_typeFormat)).ToArray();
        return names.Length == 0 || type.TypeKind is TypeKind.Enum or TypeKind.Delegate ? "" : $" : {string.Join(", ", names)}";
    }
}
