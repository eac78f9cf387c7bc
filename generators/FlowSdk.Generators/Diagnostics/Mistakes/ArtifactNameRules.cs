using FlowSdk.Generators.Parse;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace FlowSdk.Generators.Diagnostics;

/// <summary>Artifacts that are named as text exist, and are named with nameof.</summary>
internal static class ArtifactNameRules
{
    /// <summary>The names that Merge includes or excludes.</summary>
    public static void Check(MemberBody body, FlowInspection inspection)
    {
        foreach (var call in body.Calls.Where(c => c.TargetMethod.Name == "Merge" && FlowNames.Is(c.TargetMethod.ContainingType, "Flow")))
        {
            foreach (var text in call.Arguments.Where(a => a.Parameter?.Ordinal > 0).SelectMany(a => a.Descendants()).OfType<ILiteralOperation>().Where(l => !OperationUse.IsInName(l)))
            {
                if (text.ConstantValue is { HasValue: true, Value: string name })
                {
                    inspection.Report(
                        IsArtifact(name, inspection) ? MistakeDiagnostics.NameAsText : MistakeDiagnostics.NoSuchArtifact, text.Syntax.GetLocation(), name, inspection.Flow.Name);
                }
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

    private static bool IsArtifact(string name, FlowInspection inspection) => inspection.Artifacts.Any(a => a.Name == name);
}
