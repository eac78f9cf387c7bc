using Microsoft.CodeAnalysis;

namespace FlowSdk.Generators.Parse;

/// <summary>Gives the members of a class in an order that does not depend on that of the files, which is the build's to choose.</summary>
internal static class DeclaredMembers
{
    /// <summary>The members as they are written; of a class in several parts, by the paths of their files.</summary>
    public static IEnumerable<ISymbol> Of(INamedTypeSymbol type) => type.DeclaringSyntaxReferences.Length <= 1
        ? type.GetMembers()
        : type.GetMembers().OrderBy(m => Path(m), StringComparer.Ordinal).ThenBy(m => Reference(m)?.Span.Start ?? 0);

    private static string Path(ISymbol member) => Reference(member)?.SyntaxTree.FilePath ?? "";

    private static SyntaxReference? Reference(ISymbol member) => member.DeclaringSyntaxReferences.FirstOrDefault();
}
