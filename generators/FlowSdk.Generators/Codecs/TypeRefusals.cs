using Microsoft.CodeAnalysis;

namespace FlowSdk.Generators.Codecs;

/// <summary>Types that cannot be persisted, whatever their members.</summary>
internal static class TypeRefusals
{
    private static readonly HashSet<string> _flow = ["FlowSdk.Flow"];
    private static readonly HashSet<string> _streams = ["System.IO.Stream", "System.IO.TextReader", "System.IO.TextWriter"];
    private static readonly HashSet<string> _work = ["System.Threading.Tasks.Task", "System.Threading.Tasks.ValueTask", "System.Threading.Tasks.ValueTask`1"];

    /// <summary>Why a type is refused; null if it may be persisted.</summary>
    public static string? Find(INamedTypeSymbol type, Compilation compilation, ISymbol within)
    {
        var name = TypeNames.Short(type);
        if (type.SpecialType == SpecialType.System_Object)
        {
            return "object cannot be persisted: what it holds is known at run time only. Declare the type, or a base type with [ArtifactUnion]";
        }

        if (type.IsFileLocal)
        {
            return $"{name} is local to its file, and generated code is in another. Remove 'file'";
        }

        if (type.TypeKind == TypeKind.Delegate)
        {
            return $"{name} is a delegate: code cannot be persisted. Store what it needs, and call the code in the step";
        }

        if (type.IsRefLikeType)
        {
            return $"{name} is a ref struct, which lives on the stack only. Store an array";
        }

        if (type.IsAnonymousType)
        {
            return "an anonymous type has no name by which it can be read back. Use a record or a tuple";
        }

        if (type.IsStatic || type.SpecialType == SpecialType.System_Void)
        {
            return $"{name} has no values";
        }

        if (!compilation.IsSymbolAccessibleWithin(type, within))
        {
            return within is INamedTypeSymbol flow
                ? $"{name} is not accessible from {flow.Name}, where its codec stands. Make it internal, or nest it in the flow"
                : $"{name} is not accessible outside {TypeNames.Short(type.ContainingType)}, where its codec stands. Make it internal";
        }

        return null;
    }

    /// <summary>Why a type without a codec of the library or the user is refused; null if its members may be looked at.</summary>
    public static string? FindObject(INamedTypeSymbol type)
    {
        var name = TypeNames.Short(type);
        if (IsAny(type, _flow))
        {
            return $"{name} is a flow. Store what is needed of it";
        }

        if (IsAny(type, _streams))
        {
            return $"{name} is a stream, a place in a file or a connection that only this process has. Store what it gives, such as a byte[] or a string, or an ArtifactFile";
        }

        if (IsAny(type, _work))
        {
            return $"{name} is work that may still go on. Await it, and store the result";
        }

        if (type.TypeKind == TypeKind.Interface || type.IsAbstract)
        {
            return $"{name} is {(type.TypeKind == TypeKind.Interface ? "an interface" : "abstract")}, so that the concrete type is known at run time only. List the types with [ArtifactUnion(typeof(…))] on it";
        }

        if (IsOfFramework(type) && !IsPlainStruct(type))
        {
            return $"{TypeNames.Long(type)} cannot be persisted: it has no constructor or settable members that restore it. Store what is needed to make one, or write an IArtifactCodec for a type that holds it";
        }

        return type.BaseType is { SpecialType: SpecialType.None } parent && IsOfFramework(parent)
            ? $"{name} derives from {TypeNames.Short(parent)}, whose content would be lost. Hold one in a property instead"
            : null;
    }

    /// <summary>Whether a type is of .NET itself.</summary>
    public static bool IsOfFramework(ITypeSymbol type)
    {
        var space = type.ContainingNamespace;
        while (space is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
        {
            space = space.ContainingNamespace;
        }

        return space?.Name is "System" or "Microsoft" && type.DeclaringSyntaxReferences.IsEmpty;
    }

    /// <summary>Whether a type is a struct that can be changed: behind an interface it is a copy, and nobody sees whether that was changed.</summary>
    public static bool IsMutableStruct(INamedTypeSymbol type) =>
        type is { IsValueType: true, IsReadOnly: false, TypeKind: not TypeKind.Enum }
        && (type.DeclaringSyntaxReferences.IsEmpty || type.GetMembers().OfType<IFieldSymbol>().Any(f => f is { IsStatic: false, IsReadOnly: false, IsConst: false }));

    // Such as Vector3: all that it is stands in public fields.
    private static bool IsPlainStruct(INamedTypeSymbol type)
    {
        var fields = type.GetMembers().OfType<IFieldSymbol>().Where(f => !f.IsStatic).ToList();
        return type.IsValueType && fields.Count > 0 && fields.TrueForAll(f => f is { DeclaredAccessibility: Accessibility.Public, IsReadOnly: false });
    }

    /// <summary>Whether a type is one of some, or derives from one.</summary>
    private static bool IsAny(INamedTypeSymbol type, HashSet<string> names)
    {
        for (var parent = type; parent is not null; parent = parent.BaseType)
        {
            if (names.Contains(TypeNames.Metadata(parent)))
            {
                return true;
            }
        }

        return false;
    }
}
