using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowSdk.CodeFixes;

/// <summary>Has a join carry over the artifact that is read in it or after it: that one alone, since others may differ between its inputs.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class AddMergeFix() : SyntaxFix<TypeDeclarationSyntax>("FLOW0039", "FLOW0040")
{
    private protected override SyntaxEdit? Fix(TypeDeclarationSyntax node, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellation)
    {
        if (!diagnostic.Properties.TryGetValue("Artifact", out var artifact)
            || !diagnostic.Properties.TryGetValue("Join", out var name)
            || node.Members.OfType<MethodDeclarationSyntax>().FirstOrDefault(m => m.Identifier.ValueText == name) is not { } join
            || join.ParameterList.Parameters.FirstOrDefault(p => p.Type is GenericNameSyntax { Identifier.ValueText: "Inputs" }) is not { } inputs)
        {
            return null;
        }

        var title = $"Carry '{artifact}' over in '{name}' with Merge";
        if (Merges(join).ToArray() is [_, ..] merges)
        {
            // A choice that the author made is changed only where the artifact can be added to a list of names.
            return merges is [var only] && Included(only) is { } included
                ? SyntaxEdit.Of(title, included, names => names.AddElements(SyntaxFactory.ExpressionElement(SyntaxFactory.ParseExpression($"nameof({artifact})").WithLeadingTrivia(SyntaxFactory.Space))))
                : null;
        }

        var merge = $"Merge({inputs.Identifier.ValueText}, include: [nameof({artifact})]);";
        return SyntaxEdit.Of(title, join, method => WithStatement(method, merge));
    }

    private static IEnumerable<InvocationExpressionSyntax> Merges(MethodDeclarationSyntax join) =>
        join.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(c => c.Expression is IdentifierNameSyntax { Identifier.ValueText: "Merge" });

    private static CollectionExpressionSyntax? Included(InvocationExpressionSyntax merge) =>
        merge.ArgumentList.Arguments.FirstOrDefault(a => a.NameColon?.Name.Identifier.ValueText == "include")?.Expression as CollectionExpressionSyntax;

    private static MethodDeclarationSyntax WithStatement(MethodDeclarationSyntax method, string statement)
    {
        if (method.Body is { } body)
        {
            var first = body.Statements.FirstOrDefault();
            var added = SyntaxFactory.ParseStatement(statement)
                .WithLeadingTrivia(first?.GetLeadingTrivia() ?? default)
                .WithTrailingTrivia(first is null ? [SyntaxFactory.Space] : body.OpenBraceToken.TrailingTrivia);
            return method.WithBody(body.WithStatements(body.Statements.Insert(0, added)));
        }

        var returns = method.ReturnType.ToString() is "void" or "Task" or "ValueTask" ? "" : "return ";
        var block = (BlockSyntax)SyntaxFactory.ParseStatement($"{{ {statement} {returns}{method.ExpressionBody!.Expression}; }}");
        return method.WithExpressionBody(null).WithSemicolonToken(default).WithBody(block.WithTrailingTrivia(method.GetTrailingTrivia()));
    }
}
