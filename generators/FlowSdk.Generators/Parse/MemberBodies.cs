using Microsoft.CodeAnalysis;

namespace FlowSdk.Generators.Parse;

/// <summary>Finds the bodies that the author of a flow wrote.</summary>
internal static class MemberBodies
{
    /// <summary>The members of a class that may have bodies, and of the types nested in it that are not flows themselves.</summary>
    public static IEnumerable<ISymbol> Of(INamedTypeSymbol type) => type.GetMembers().Where(m => !m.IsImplicitlyDeclared && IsOfAuthor(m)).SelectMany(m => m switch
    {
        IMethodSymbol or IFieldSymbol or IPropertySymbol => [m],
        INamedTypeSymbol nested when !FlowNames.IsFlow(nested) => Of(nested),
        _ => [],
    });

    public static MemberBody Read(ISymbol member, FlowBodies bodies) => new(member, member is IMethodSymbol method ? bodies.Of(method) : bodies.OfInitializer(member));

    /// <summary>Whether a member was not written by a generator. A partial property is the author's as a declaration, but its body is not.</summary>
    public static bool IsOfAuthor(ISymbol member) =>
        ((member as IMethodSymbol)?.AssociatedSymbol ?? member) is not IPropertySymbol { IsPartialDefinition: true }
        && member.DeclaringSyntaxReferences.Any(r => !r.SyntaxTree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal));
}
