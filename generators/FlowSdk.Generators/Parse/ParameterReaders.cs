using Microsoft.CodeAnalysis;

namespace FlowSdk.Generators.Parse;

/// <summary>Chooses how a parameter's text is read.</summary>
internal static class ParameterReaders
{
    private const string Readers = "global::FlowSdk.Generated.ParameterText";

    /// <summary>An expression that makes a reader of a type.</summary>
    public static string Choose(ITypeSymbol type, Compilation compilation)
    {
        if (Scalar(type, compilation) is { } scalar)
        {
            return scalar;
        }

        var element = Element(type);
        return element is not null && Scalar(element, compilation) is { } reader
            ? $"{Readers}.List<{FlowNames.WriteNotNull(type)}, {FlowNames.Write(element)}>({reader})"
            : $"{Readers}.Json<{FlowNames.Write(type)}>()";
    }

    private static string? Scalar(ITypeSymbol type, Compilation compilation) => type switch
    {
        { SpecialType: SpecialType.System_String } => $"{Readers}.String()",
        { SpecialType: SpecialType.System_Boolean } => $"{Readers}.Boolean()",
        { TypeKind: TypeKind.Enum } => $"{Readers}.Enum<{FlowNames.Write(type)}>()",
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var value] } =>
            Scalar(value, compilation) is { } reader ? $"{Readers}.Nullable<{FlowNames.Write(value)}>({reader})" : null,
        _ when FlowNames.Is(type, "System", "Uri") => $"{Readers}.Uri()",
        _ when FlowNames.Is(type, "System", "Version") => $"{Readers}.Version()",
        _ when FlowNames.Is(type, "IncludedFile") => $"{Readers}.File()",
        _ when IsParsable(type, compilation) => $"{Readers}.Parsable<{FlowNames.WriteNotNull(type)}>()",
        _ => null,
    };

    private static bool IsParsable(ITypeSymbol type, Compilation compilation) =>
        compilation.GetTypeByMetadataName("System.IParsable`1") is { } parsable
        && type.AllInterfaces.Any(i => SymbolEqualityComparer.Default.Equals(i, parsable.Construct(type.WithNullableAnnotation(NullableAnnotation.None))));

    /// <summary>The elements' type of an array or of a standard collection.</summary>
    private static ITypeSymbol? Element(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { Rank: 1 } array => array.ElementType,
        INamedTypeSymbol { TypeArguments: [var element] } collection when IsStandardCollection(collection) => element,
        _ => null,
    };

    private static bool IsStandardCollection(INamedTypeSymbol type) => type.ContainingNamespace?.ToDisplayString() switch
    {
        "System.Collections.Generic" => type.Name is "List" or "HashSet" or "Queue" or "Stack" or "SortedSet" or "LinkedList"
            or "IEnumerable" or "ICollection" or "IList" or "ISet" or "IReadOnlyCollection" or "IReadOnlyList" or "IReadOnlySet",
        "System.Collections.Immutable" => type.Name is "ImmutableArray" or "ImmutableList" or "ImmutableHashSet" or "ImmutableSortedSet" or "ImmutableQueue" or "ImmutableStack",
        _ => false,
    };
}
