using FlowSdk.Generators.Parse;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FlowSdk.Generators.Diagnostics;

/// <summary>The transition is made last: artifacts that are set after it were not there when it was made.</summary>
internal static class LateArtifactRules
{
    public static void Check(MemberBody body, FlowInspection inspection)
    {
        if (body.Step is null)
        {
            return;
        }

        var kept = body.Calls.Where(c => TransitionCall.IsTransition(c.TargetMethod) && !OperationUse.IsDeferred(c)).Select(Kept).OfType<IOperation>().Distinct().ToArray();
        if (kept.Length == 0)
        {
            return;
        }

        foreach (var artifact in body.References.OfType<IPropertyReferenceOperation>().Where(IsSet))
        {
            var before = kept.Where(k => Precedes(k, artifact)).ToArray();
            if (before.Length > 0)
            {
                var isRead = before.SelectMany(k => k.DescendantsAndSelf()).OfType<IPropertyReferenceOperation>().Any(r => SymbolEqualityComparer.Default.Equals(r.Property, artifact.Property));
                inspection.Report(isRead ? MistakeDiagnostics.OldValue : MistakeDiagnostics.SetAfterTransition, artifact.Syntax.GetLocation(), artifact.Property.Name);
            }
        }
    }

    private static bool IsSet(IPropertyReferenceOperation reference) =>
        OperationUse.IsThis(reference.Instance)
        && OperationUse.IsWritten(reference)
        && FlowNames.Attribute(reference.Property, "ArtifactAttribute") is not null
        && !OperationUse.IsDeferred(reference);

    /// <summary>The expression with the transition whose value a variable keeps; null if it is returned at once.</summary>
    private static IOperation? Kept(IOperation transition)
    {
        var at = transition;
        while (at.Parent is IConditionalOperation or ISwitchExpressionOperation or ISwitchExpressionArmOperation or IConversionOperation or IParenthesizedOperation or ICoalesceOperation
            or IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "FromResult" } or IObjectCreationOperation { Type.Name: "ValueTask" } }
            or IInvocationOperation { TargetMethod.Name: "FromResult" } or IObjectCreationOperation { Type.Name: "ValueTask" })
        {
            at = at.Parent;
        }

        return at.Parent is IVariableInitializerOperation or ISimpleAssignmentOperation { Target: ILocalReferenceOperation } ? at : null;
    }

    // Whether one stands before the other in a common block, and not in another branch.
    private static bool Precedes(IOperation kept, IOperation artifact)
    {
        if (kept.Syntax.Span.End > artifact.Syntax.SpanStart)
        {
            return false;
        }

        var around = new HashSet<IOperation>(OperationUse.Ancestors(kept));
        return OperationUse.Ancestors(artifact).FirstOrDefault(around.Contains) is IBlockOperation;
    }
}
