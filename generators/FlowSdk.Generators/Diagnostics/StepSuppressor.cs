using System.Collections.Immutable;
using FlowSdk.Generators.Parse;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FlowSdk.Generators.Diagnostics;

/// <summary>Silences the advice of other analyzers that a step cannot follow, because the runner calls it and says how.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StepSuppressor : DiagnosticSuppressor
{
    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } =
    [
        new("FLOWSUP01", "CA1822", "A step is an instance method, whether it uses the flow or not."),
        new("FLOWSUP02", "CA1068", "The item of a foreach, inputs, services and the token stand in any order among the parameters of a step."),
        new("FLOWSUP03", "IDE0060", "What a step takes is laid down by the transition that leads to it."),
    ];

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            if (IsInStep(diagnostic, context))
            {
                context.ReportSuppression(Suppression.Create(SupportedSuppressions.First(s => s.SuppressedDiagnosticId == diagnostic.Id), diagnostic));
            }
        }
    }

    // All of these are reported in the declaration of the method itself: at its name or at a parameter.
    private static bool IsInStep(Diagnostic diagnostic, SuppressionAnalysisContext context)
    {
        if (diagnostic.Location.SourceTree is not { } tree)
        {
            return false;
        }

        var declaration = tree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan)
            .FirstAncestorOrSelf<SyntaxNode>(node => node is MethodDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax);
        return declaration is MethodDeclarationSyntax method
            && context.GetSemanticModel(tree).GetDeclaredSymbol(method, context.CancellationToken) is { } symbol
            && FlowNames.IsStep(symbol);
    }
}
