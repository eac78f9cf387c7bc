using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowSdk.CodeFixes;

/// <summary>Makes a flow, or a type that contains one, partial.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class PartialTypeFix() : SyntaxFix<TypeDeclarationSyntax>("FLOW0001", "FLOW0002")
{
    private protected override SyntaxEdit? Fix(TypeDeclarationSyntax node, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellation) => SyntaxEdit.Of(
        $"Make '{node.Identifier.ValueText}' partial",
        node,
        type =>
        {
            // The first token carries the comments before the type.
            var leading = type.GetLeadingTrivia();
            var bare = type.WithLeadingTrivia();
            return bare.WithModifiers(FlowSyntax.AddPartial(bare.Modifiers)).WithLeadingTrivia(leading);
        });
}
