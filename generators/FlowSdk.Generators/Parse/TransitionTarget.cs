using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace FlowSdk.Generators.Parse;

/// <summary>What a transition leads to.</summary>
/// <param name="Method">The method, if a method of this flow is named; else null.</param>
/// <param name="Syntax">Where it is named.</param>
internal sealed record TransitionTarget(IMethodSymbol? Method, SyntaxNode Syntax)
{
    public static TransitionTarget Read(IOperation value)
    {
        var at = OperationUse.Unwrap(value);
        var isOwn = at is IMethodReferenceOperation { Instance: null or IInstanceReferenceOperation { Syntax: not BaseExpressionSyntax } };
        return new(isOwn && IsName(value.Syntax) ? ((IMethodReferenceOperation)at).Method : null, value.Syntax);
    }

    // At run time the name is taken from the text of the argument, of which a cast or a delegate around it would be a part.
    private static bool IsName(SyntaxNode syntax) => syntax switch
    {
        ParenthesizedExpressionSyntax inner => IsName(inner.Expression),
        PostfixUnaryExpressionSyntax { OperatorToken.RawKind: (int)SyntaxKind.ExclamationToken } inner => IsName(inner.Operand),
        _ => syntax is IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax or SimpleNameSyntax },
    };
}
