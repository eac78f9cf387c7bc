using Microsoft.CodeAnalysis;

namespace FlowSdk.Generators.Codecs;

/// <summary>Types as generated code names them.</summary>
internal static class TypeNames
{
    private static readonly SymbolDisplayFormat _full = SymbolDisplayFormat.FullyQualifiedFormat
        .WithMiscellaneousOptions(
            SymbolDisplayMiscellaneousOptions.UseSpecialTypes
            | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers
            | SymbolDisplayMiscellaneousOptions.ExpandValueTuple
            | SymbolDisplayMiscellaneousOptions.ExpandNullable);

    private static readonly SymbolDisplayFormat _long = SymbolDisplayFormat.CSharpErrorMessageFormat
        .WithMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    private static readonly SymbolDisplayFormat _short = SymbolDisplayFormat.MinimallyQualifiedFormat;

    /// <summary>Fully qualified, without nullable marks and tuple names: the same for all that is one type at run time.</summary>
    public static string Full(ITypeSymbol type) => type.ToDisplayString(NullableFlowState.None, _full);

    /// <summary>As a person writes it.</summary>
    public static string Short(ITypeSymbol type) => type.ToDisplayString(NullableFlowState.None, _short);

    /// <summary>As a person writes it, with its namespace.</summary>
    public static string Long(ITypeSymbol type) => type.ToDisplayString(NullableFlowState.None, _long);

    /// <summary>With its namespace, without its type arguments: <c>System.Collections.Generic.List`1</c>.</summary>
    public static string Metadata(INamedTypeSymbol type)
    {
        var definition = type.OriginalDefinition;
        return definition.ContainingType is { } outer
            ? $"{Metadata(outer)}+{definition.MetadataName}"
            // A type that is only half typed stands nowhere.
            : definition.ContainingNamespace is null or { IsGlobalNamespace: true } ? definition.MetadataName : $"{definition.ContainingNamespace.ToDisplayString()}.{definition.MetadataName}";
    }
}
