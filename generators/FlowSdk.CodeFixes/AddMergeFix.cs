using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowSdk.CodeFixes;

/// <summary>Has a join carry over the artifact that is read in it or after it: that one alone, since others may differ between its inputs.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class AddMergeFix() : SyntaxFix<TypeDeclarationSyntax>("FLOW0040", "FLOW0047")
{
    private protected override SyntaxEdit? Fix(TypeDeclarationSyntax node, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellation)
    {
        if (!diagnostic.Properties.TryGetValue("Artifact", out var artifact)
            || !diagnostic.Properties.TryGetValue("Join", out var name)
            || node.Members.OfType<MethodDeclarationSyntax>().FirstOrDefault(m => m.Identifier.ValueText == name) is not { } join
            || (join.Body is null && join.ExpressionBody is null)
            || join.ParameterList.Parameters.FirstOrDefault(p => p.Type is GenericNameSyntax { Identifier.ValueText: "Inputs" }) is not { } inputs)
        {
            return null;
        }

        var title = $"Carry '{artifact}' over in '{name}' with Merge";
        if (Merges(join).ToArray() is [_, ..] merges)
        {
            // A choice that the author made is changed only where the artifact can be added to a list of names,
            // and what is read before the merge is not helped by it.
            return merges is [var only] && diagnostic.Id == "FLOW0040" && Included(only) is { } included
                ? SyntaxEdit.Of(title, included, names => WithName(names, artifact!))
                : null;
        }

        var merge = $"Merge({inputs.Identifier.ValueText}, include: [nameof({artifact})]);";
        return SyntaxEdit.Of(title, join, method => WithStatement(method, merge));
    }

    private static IEnumerable<InvocationExpressionSyntax> Merges(MethodDeclarationSyntax join) =>
        join.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(c => c.Expression is IdentifierNameSyntax { Identifier.ValueText: "Merge" });

    private static CollectionExpressionSyntax? Included(InvocationExpressionSyntax merge) =>
        merge.ArgumentList.Arguments.FirstOrDefault(a => a.NameColon?.Name.Identifier.ValueText == "include")?.Expression as CollectionExpressionSyntax;

    private static CollectionExpressionSyntax WithName(CollectionExpressionSyntax names, string artifact)
    {
        var name = SyntaxFactory.ExpressionElement(SyntaxFactory.ParseExpression($"nameof({artifact})"));
        return names.AddElements(names.Elements.Count == 0 ? name : name.WithLeadingTrivia(SyntaxFactory.Space));
    }

    private static MethodDeclarationSyntax WithStatement(MethodDeclarationSyntax method, string statement)
    {
        if (method.Body is { } body)
        {
            // A statement more looks like the first: on a line of its own if that stands on one, else on the same.
            var first = body.Statements.FirstOrDefault();
            var added = SyntaxFactory.ParseStatement(statement)
                .WithLeadingTrivia(first?.GetLeadingTrivia().TakeWhile(t => t.IsKind(SyntaxKind.WhitespaceTrivia)) ?? [])
                .WithTrailingTrivia(first is null ? [SyntaxFactory.Space] : body.OpenBraceToken.TrailingTrivia);
            return method.WithBody(body.WithStatements(body.Statements.Insert(0, added)));
        }

        var returns = method.ReturnType.ToString() is "void" || (method.Modifiers.Any(SyntaxKind.AsyncKeyword) && method.ReturnType is IdentifierNameSyntax { Identifier.ValueText: "Task" or "ValueTask" })
            ? ""
            : "return ";
        var block = (BlockSyntax)SyntaxFactory.ParseStatement($"{{ {statement} {returns}{method.ExpressionBody!.Expression}; }}");
        return method.WithExpressionBody(null).WithSemicolonToken(default).WithBody(block.WithTrailingTrivia(method.GetTrailingTrivia()));
    }
}
