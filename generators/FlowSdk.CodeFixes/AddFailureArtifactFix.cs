using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowSdk.CodeFixes;

/// <summary>Declares the artifact that [Catch] names, where the flow has no member of that name.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class AddFailureArtifactFix() : SyntaxFix<AttributeArgumentSyntax>("FLOW0072")
{
    private protected override SyntaxEdit? Fix(AttributeArgumentSyntax node, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellation)
    {
        if (node.Expression is not LiteralExpressionSyntax { Token.ValueText: var name }
            || !SyntaxFacts.IsValidIdentifier(name)
            || node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } flow
            || model.GetDeclaredSymbol(flow, cancellation)?.GetMembers(name).Length != 0)
        {
            return null;
        }

        return SyntaxEdit.Of($"Declare the artifact '{name}'", flow, type => type.WithMembers(type.Members.Insert(
            0,
            SyntaxFactory.ParseMemberDeclaration($"[Artifact] public partial StepFailure? {name} {{ get; set; }}")!
                .WithLeadingTrivia(type.Members[0].GetLeadingTrivia().Where(t => t.IsKind(SyntaxKind.WhitespaceTrivia)).Reverse().Take(1))
                .WithTrailingTrivia(FlowSyntax.EndOfLine(flow)))));
    }
}
