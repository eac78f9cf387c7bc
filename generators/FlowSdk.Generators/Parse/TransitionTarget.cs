using Microsoft.CodeAnalysis;
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
        return new(isOwn ? ((IMethodReferenceOperation)at).Method : null, value.Syntax);
    }
}
