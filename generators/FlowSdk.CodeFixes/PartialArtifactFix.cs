using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowSdk.CodeFixes;

/// <summary>Makes an artifact a partial property of the instance, with getter and setter.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class PartialArtifactFix() : SyntaxFix<PropertyDeclarationSyntax>("FLOW0005")
{
    private protected override SyntaxEdit? Fix(PropertyDeclarationSyntax node, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellation) =>
        SyntaxEdit.Of($"Make '{node.Identifier.ValueText}' a partial property", node, property =>
        {
            var modifiers = SyntaxFactory.TokenList(property.Modifiers.Where(m => !m.IsKind(SyntaxKind.StaticKeyword) && !m.IsKind(SyntaxKind.RequiredKeyword) && !m.IsKind(SyntaxKind.PartialKeyword)));
            return property
                .WithModifiers(FlowSyntax.AddPartial(modifiers))
                .WithIdentifier(property.Identifier.WithTrailingTrivia(SyntaxFactory.Space))
                .WithAccessorList(FlowSyntax.Accessors("{ get; set; }"))
                .WithExpressionBody(null)
                .WithInitializer(null)
                .WithSemicolonToken(default)
                .WithTrailingTrivia(node.GetTrailingTrivia());
        });
}
