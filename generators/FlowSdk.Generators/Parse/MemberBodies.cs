using Microsoft.CodeAnalysis;

namespace FlowSdk.Generators.Parse;

/// <summary>Finds the bodies that the author of a flow wrote.</summary>
internal static class MemberBodies
{
    /// <summary>The bodies of a class, and of the types nested in it that are not flows themselves.</summary>
    public static IEnumerable<MemberBody> Of(INamedTypeSymbol type, FlowBodies bodies)
    {
        foreach (var member in type.GetMembers().Where(m => !m.IsImplicitlyDeclared && !IsGenerated(m)))
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

    // Of a partial member, the first declaration may be either; the generator's is not the author's.
    private static bool IsGenerated(ISymbol member) =>
        member.DeclaringSyntaxReferences.All(r => r.SyntaxTree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal))
        || ((member as IMethodSymbol)?.AssociatedSymbol ?? member) is IPropertySymbol { IsPartialDefinition: true };
}
