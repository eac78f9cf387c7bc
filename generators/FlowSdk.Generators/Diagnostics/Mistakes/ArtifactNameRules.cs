using FlowSdk.Generators.Parse;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace FlowSdk.Generators.Diagnostics;

/// <summary>Artifacts that are named as text exist, and are named with nameof.</summary>
internal static class ArtifactNameRules
{
    /// <summary>The names that Merge includes or excludes, and that it does not do both.</summary>
    public static void Check(MemberBody body, FlowInspection inspection)
    {
        foreach (var call in body.Calls.Where(c => MergeSelection.IsMerge(c.TargetMethod)))
        {
            var lists = call.Arguments.Where(a => a.Parameter?.Ordinal > 0).ToArray();
            if (lists.Count(IsGiven) > 1 && !OperationUse.IsTried(call))
            {
                inspection.Report(MistakeDiagnostics.MergeBoth, call.Syntax.GetLocation());
            }

            foreach (var name in lists.SelectMany(a => a.Descendants()).Where(IsName))
            {
                CheckName(name, (string)name.ConstantValue.Value!, inspection);
            }
        }
    }

    /// <summary>The artifact that [Catch] names.</summary>
    public static void CheckCatch(AttributeData attribute, FlowInspection inspection)
    {
        if (FlowNames.Is(attribute.AttributeClass, "CatchAttribute")
            && attribute.ApplicationSyntaxReference?.GetSyntax(inspection.Cancellation) is AttributeSyntax { ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax literal }] }
            && literal.IsKind(SyntaxKind.StringLiteralExpression)
            && IsArtifact(literal.Token.ValueText, inspection))
        {
            inspection.Report(MistakeDiagnostics.NameAsText, literal.GetLocation(), literal.Token.ValueText);
        }
    }

    private static void CheckName(IOperation place, string name, FlowInspection inspection)
    {
        if (!IsArtifact(name, inspection))
        {
            inspection.Report(MistakeDiagnostics.NoSuchArtifact, place.Syntax.GetLocation(), name, inspection.Flow.Name, Advice(name, inspection));
        }
        else if (place is ILiteralOperation)
        {
            inspection.Report(MistakeDiagnostics.NameAsText, place.Syntax.GetLocation(), name);
        }
    }

    private static string Advice(string name, FlowInspection inspection) =>
        inspection.Parameters.Any(p => p.Name == name) ? "Leave it out: a parameter is the same everywhere, in the join as well"
        : inspection.Steps.Any(s => s.Name == name) ? "Name what the step sets, not the step"
        : "Name one with nameof";

    private static bool IsName(IOperation operation) =>
        operation is (ILiteralOperation or INameOfOperation) and { ConstantValue: { HasValue: true, Value: string } } && !OperationUse.IsInName(operation) && IsListed(operation);

    /// <summary>Whether an operation is an element of a list. Given to a method, it may be anything.</summary>
    private static bool IsListed(IOperation element) => element.Parent switch
    {
        ICollectionExpressionOperation or IArrayInitializerOperation => true,
        IArgumentOperation { Parent: IInvocationOperation { Parent: IObjectOrCollectionInitializerOperation } } => true,
        IConversionOperation or IConditionalOperation => IsListed(element.Parent),
        _ => false,
    };

    // What may be null, as the default of a method's own parameter, is not known to be given.
    private static bool IsGiven(IArgumentOperation list) =>
        OperationUse.Unwrap(list.Value) is ICollectionExpressionOperation or IArrayCreationOperation or IObjectCreationOperation;

    private static bool IsArtifact(string name, FlowInspection inspection) => inspection.Artifacts.Any(a => a.Name == name);
}
