using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowSdk.CodeFixes;

/// <summary>Awaits a task instead of blocking on it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class AwaitFix() : SyntaxFix<ExpressionSyntax>("FLOW0082")
{
    private protected override SyntaxEdit? Fix(ExpressionSyntax node, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellation) =>
        Task(node) is { } task ? SyntaxEdit.Of("Await it", node, _ => Await(task, node)) : null;

    private static ExpressionSyntax Await(ExpressionSyntax task, ExpressionSyntax place)
    {
        ExpressionSyntax wait = SyntaxFactory.ParseExpression($"await {task.WithoutTrivia()}");
        var isPart = place.Parent is MemberAccessExpressionSyntax or ElementAccessExpressionSyntax or ConditionalAccessExpressionSyntax or InvocationExpressionSyntax;
        return (isPart ? SyntaxFactory.ParenthesizedExpression(wait) : wait).WithTriviaFrom(place);
    }

    /// <summary>What is waited for; null where waiting has arguments, or is for several tasks.</summary>
    private static ExpressionSyntax? Task(ExpressionSyntax node) => node switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Result", Expression: var task } => task,
        InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0, Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Wait", Expression: var task } } => task,
        InvocationExpressionSyntax
        {
            Expression: MemberAccessExpressionSyntax
            {
                Name.Identifier.ValueText: "GetResult",
                Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetAwaiter", Expression: var task } },
            },
        } => task,
        _ => null,
    };
}
