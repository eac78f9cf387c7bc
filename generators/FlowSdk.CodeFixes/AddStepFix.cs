using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowSdk.CodeFixes;

/// <summary>Marks the method that a transition leads to with [Step].</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class AddStepFix() : SyntaxFix<ExpressionSyntax>("FLOW0015")
{
    private protected override SyntaxEdit? Fix(ExpressionSyntax node, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellation) =>
        FlowSyntax.Method(node, model, cancellation) is { } method
            ? SyntaxEdit.Of($"Mark '{method.Identifier.ValueText}' with [Step]", method, WithStep)
            : null;

    private static MethodDeclarationSyntax WithStep(MethodDeclarationSyntax method)
    {
        var step = SyntaxFactory.ParseMemberDeclaration("[Step] void A() { }")!.AttributeLists[0];
        return method.WithLeadingTrivia()
            .WithAttributeLists(SyntaxFactory.List([step, .. method.WithLeadingTrivia().AttributeLists]))
            .WithLeadingTrivia(method.GetLeadingTrivia());
    }
}
