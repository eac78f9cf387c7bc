using System.Collections.Immutable;
using FlowSdk.Generators.Parse;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FlowSdk.Generators.Diagnostics;

/// <summary>Finds steps, artifacts and parameters in classes that are no flows. It looks at names first, since it sees every attribute of a program.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StrayAttributeAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [AttributeDiagnostics.OutsideFlow];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSyntaxNodeAction(Check, SyntaxKind.Attribute);
    }

    private static void Check(SyntaxNodeAnalysisContext context)
    {
        var attribute = (AttributeSyntax)context.Node;
        if (!FlowCandidates.IsMark(attribute)
            || attribute.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { Parent: TypeDeclarationSyntax } member
            || context.SemanticModel.GetDeclaredSymbol(member, context.CancellationToken) is not { ContainingType: { } type } symbol
            || FlowNames.IsFlow(type)
            || FlowNames.Is(type, "Flow"))
        {
            return;
        }

        var mark = symbol.GetAttributes().FirstOrDefault(a => a.ApplicationSyntaxReference is { } r && r.SyntaxTree == attribute.SyntaxTree && r.Span == attribute.Span);
        if (mark?.AttributeClass is { Name: "StepAttribute" or "ArtifactAttribute" or "ParameterAttribute" } known && FlowNames.Is(known, known.Name))
        {
            context.ReportDiagnostic(Diagnostic.Create(AttributeDiagnostics.OutsideFlow, attribute.GetLocation(), AttributeRules.Short(known.Name), type.Name));
        }
    }
}
