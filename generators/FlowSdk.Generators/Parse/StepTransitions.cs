using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace FlowSdk.Generators.Parse;

/// <summary>Reads the transitions of a step from its body.</summary>
internal static class StepTransitions
{
    /// <summary>All transition calls of the body, wherever their value goes, and those of the overridden step if the body calls that.</summary>
    public static IReadOnlyList<TransitionCall> Of(IMethodSymbol step, FlowBodies bodies)
    {
        var calls = new List<TransitionCall>();
        foreach (var operation in bodies.Of(step))
        {
            if (TransitionCall.TryRead(operation) is { } call)
            {
                calls.Add(call);
            }
            else if (operation is IInvocationOperation { Instance: IInstanceReferenceOperation { Syntax: BaseExpressionSyntax } } inner
                && FlowNames.IsStep(inner.TargetMethod))
            {
                calls.AddRange(Of(inner.TargetMethod, bodies));
            }
        }

        return calls;
    }
}
