using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowSdk.CodeFixes;

/// <summary>Removes the default of a required parameter.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class RemoveDefaultFix() : SyntaxFix<PropertyDeclarationSyntax>("FLOW0063")
{
    private protected override SyntaxEdit? Fix(PropertyDeclarationSyntax node, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellation) =>
        SyntaxEdit.Of("Remove the default", node, property => property.WithInitializer(null).WithSemicolonToken(default).WithTrailingTrivia(node.GetTrailingTrivia()));
}
