using Microsoft.CodeAnalysis;

namespace FlowSdk.Generators.Parse;

/// <summary>Recognises the types of the library, and writes types as C#.</summary>
internal static class FlowNames
{
    private static readonly SymbolDisplayFormat Qualified = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat Readable = Qualified.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted);

    /// <summary>The type as generated code writes it.</summary>
    public static string Write(ITypeSymbol type) => type.ToDisplayString(Qualified);

    /// <summary>The type as generated code writes it, where a mark of nullability is not allowed or not wanted.</summary>
    public static string WriteNotNull(ITypeSymbol type) => Write(type.WithNullableAnnotation(NullableAnnotation.NotAnnotated));

    /// <summary>The type as a user reads it, with namespaces.</summary>
    public static string Read(ITypeSymbol type) => type.ToDisplayString(Readable);

    /// <summary>Whether a type is one of the library, by name.</summary>
    public static bool Is(ITypeSymbol? type, string name) => Is(type, "FlowSdk", name);

    // The name of metadata is put together anew for each type with parameters, so a look at the plain one comes first.
    public static bool Is(ITypeSymbol? type, string @namespace, string name) =>
        type is not null && name.StartsWith(type.Name, StringComparison.Ordinal) && type.MetadataName == name && type.ContainingType is null && IsNamed(type.ContainingNamespace, @namespace);

    public static bool IsTask(ITypeSymbol type, string name) => Is(type, "System.Threading.Tasks", name);

    /// <summary>Whether a class derives from Flow.</summary>
    public static bool IsFlow(ITypeSymbol? type)
    {
        for (var at = type?.BaseType; at is not null; at = at.BaseType)
        {
            if (Is(at, "Flow"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The classes that a class derives from, from itself outwards.</summary>
    public static IEnumerable<INamedTypeSymbol> SelfAndBases(INamedTypeSymbol type)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            yield return at;
        }
    }

    /// <summary>A flow and the flows that it derives from, from the base inwards, without Flow itself.</summary>
    public static IReadOnlyList<INamedTypeSymbol> FlowChain(INamedTypeSymbol flow)
    {
        var chain = new List<INamedTypeSymbol>();
        for (var at = flow; at is not null && !Is(at, "Flow"); at = at.BaseType)
        {
            chain.Insert(0, at);
        }

        return chain;
    }

    /// <summary>The types that a type stands in, from the inside out.</summary>
    public static IEnumerable<INamedTypeSymbol> Containing(INamedTypeSymbol type)
    {
        for (var at = type.ContainingType; at is not null; at = at.ContainingType)
        {
            yield return at;
        }
    }

    /// <summary>The names of the namespaces that a type stands in, from the outside in, not escaped.</summary>
    public static IReadOnlyList<string> Namespaces(ITypeSymbol type)
    {
        var names = new List<string>();
        for (var at = type.ContainingNamespace; at is { IsGlobalNamespace: false }; at = at.ContainingNamespace)
        {
            names.Insert(0, at.Name);
        }

        return names;
    }

    public static AttributeData? Attribute(ISymbol symbol, string name)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (Is(attribute.AttributeClass, name))
            {
                return attribute;
            }
        }

        return null;
    }

    /// <summary>Whether a method carries [Step], itself or along what it overrides.</summary>
    public static bool IsStep(IMethodSymbol method)
    {
        for (var at = method; at is not null; at = at.OverriddenMethod)
        {
            if (Attribute(at, "StepAttribute") is not null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a namespace is that of a name with dots. It is asked of every type that is met, so it makes no text.</summary>
    private static bool IsNamed(INamespaceSymbol? space, string name)
    {
        var end = name.Length;
        for (; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            var start = end - space.Name.Length;
            if (start < 0 || string.CompareOrdinal(name, start, space.Name, 0, space.Name.Length) != 0)
            {
                return false;
            }

            if (start == 0)
            {
                return space.ContainingNamespace is { IsGlobalNamespace: true };
            }

            if (name[start - 1] != '.')
            {
                return false;
            }

            end = start - 1;
        }

        return false;
    }
}
