using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowSdk.CodeFixes;

/// <summary>Returns a transition that was dropped, if nothing stands after it, and gives the step the return type for it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ReturnTransitionFix() : SyntaxFix<InvocationExpressionSyntax>("FLOW0081")
{
    private protected override SyntaxEdit? Fix(InvocationExpressionSyntax node, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellation)
    {
        if (node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } step)
        {
            return null;
        }

        var edit = new SyntaxEdit("Return the transition");
        if (node.Parent is ExpressionStatementSyntax { Parent: BlockSyntax block } statement)
        {
            if (block.Statements.Last() != statement || block.Parent != step)
            {
                return null;
            }

            edit.And(statement, old => SyntaxFactory.ParseStatement($"return {((ExpressionStatementSyntax)old).Expression.WithoutTrivia()};").WithTriviaFrom(old));
        }
        else if (node.Parent is not ArrowExpressionClauseSyntax)
        {
            return null;
        }

        return edit.And(step.ReturnType, type => type.ToString() switch
        {
            "void" => SyntaxFactory.ParseTypeName("Next").WithTriviaFrom(type),
            "Task" or "ValueTask" => SyntaxFactory.ParseTypeName($"{type.WithoutTrivia()}<Next>").WithTriviaFrom(type),
            _ => type,
        });
    }
}
