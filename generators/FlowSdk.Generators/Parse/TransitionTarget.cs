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
        var at = value;
        while (at is IConversionOperation or IDelegateCreationOperation or IParenthesizedOperation)
        {
            at = at switch
            {
                IConversionOperation conversion => conversion.Operand,
                IDelegateCreationOperation creation => creation.Target,
                _ => ((IParenthesizedOperation)at).Operand,
            };
        }

        var isOwn = at is IMethodReferenceOperation { Instance: null or IInstanceReferenceOperation { Syntax: not BaseExpressionSyntax } };
        return new(isOwn ? ((IMethodReferenceOperation)at).Method : null, value.Syntax);
    }
}
