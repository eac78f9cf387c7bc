using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowSdk.CodeFixes;

/// <summary>Sorts the items of a foreach.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class OrderFix() : SyntaxFix<ArgumentSyntax>("FLOW0088")
{
    private protected override SyntaxEdit? Fix(ArgumentSyntax node, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellation) =>
        node is { Expression: not CollectionExpressionSyntax, Parent.Parent: InvocationExpressionSyntax call }
        && model.GetSymbolInfo(call, cancellation).Symbol is IMethodSymbol { TypeArguments: [var item] }
        && item.AllInterfaces.Any(i => i.MetadataName is "IComparable`1" or "IComparable")
            ? SyntaxEdit.Of("Sort the items with Order()", node, argument => argument.WithExpression(SyntaxFactory.ParseExpression($"{Operand(argument.Expression.WithoutTrivia())}.Order()")))
            : null;

    // What follows a query would be taken for a part of its last clause.
    private static ExpressionSyntax Operand(ExpressionSyntax items) => items is QueryExpressionSyntax ? SyntaxFactory.ParenthesizedExpression(items) : items;
}
