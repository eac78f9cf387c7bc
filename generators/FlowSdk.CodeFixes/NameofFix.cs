using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowSdk.CodeFixes;

/// <summary>Names an artifact with nameof.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class NameofFix() : SyntaxFix<LiteralExpressionSyntax>("FLOW0093")
{
    private protected override SyntaxEdit? Fix(LiteralExpressionSyntax node, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellation) =>
        SyntaxEdit.Of($"Write nameof({node.Token.ValueText})", node, text => SyntaxFactory.ParseExpression($"nameof({text.Token.ValueText})").WithTriviaFrom(text));
}
