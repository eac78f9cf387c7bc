using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowSdk.CodeFixes;

/// <summary>Gives a parameter of a flow the accessor by which it is set.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ParameterInitFix() : SyntaxFix<PropertyDeclarationSyntax>("FLOW0009")
{
    private protected override SyntaxEdit? Fix(PropertyDeclarationSyntax node, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellation) =>
        node is not { AccessorList: { } accessors } || accessors.Accessors.Any(a => a.Body is not null || a.ExpressionBody is not null) || node.Modifiers.Any(SyntaxKind.StaticKeyword)
            ? null
            : SyntaxEdit.Of($"Let '{node.Identifier.ValueText}' be set when the flow is made", accessors, list => FlowSyntax.Accessors("{ get; init; }").WithTriviaFrom(list));
}
