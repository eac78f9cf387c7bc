using Microsoft.CodeAnalysis;

namespace FlowSdk.Generators.Parse;

/// <summary>Finds the bodies that the author of a flow wrote.</summary>
internal static class MemberBodies
{
    /// <summary>The bodies of a class, and of the types nested in it that are not flows themselves.</summary>
    public static IEnumerable<MemberBody> Of(INamedTypeSymbol type, FlowBodies bodies)
    {
        foreach (var member in type.GetMembers().Where(m => !m.IsImplicitlyDeclared && IsOfAuthor(m)))
        {
            bodies.Cancellation.ThrowIfCancellationRequested();
            switch (member)
            {
                case IMethodSymbol method:
                    yield return new(method, bodies.Of(method));
                    break;
                case IFieldSymbol or IPropertySymbol:
                    yield return new(member, bodies.OfInitializer(member));
                    break;
                case INamedTypeSymbol nested when !FlowNames.IsFlow(nested):
                    foreach (var inner in Of(nested, bodies))
                    {
                        yield return inner;
                    }

                    break;
            }
        }
    }

    /// <summary>Whether a member was not written by a generator. A partial property is the author's as a declaration, but its body is not.</summary>
    public static bool IsOfAuthor(ISymbol member) =>
        ((member as IMethodSymbol)?.AssociatedSymbol ?? member) is not IPropertySymbol { IsPartialDefinition: true }
        && member.DeclaringSyntaxReferences.Any(r => !r.SyntaxTree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal));
}
