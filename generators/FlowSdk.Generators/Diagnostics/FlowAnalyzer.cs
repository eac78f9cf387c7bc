using System.Collections.Immutable;
using FlowSdk.Generators.Parse;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FlowSdk.Generators.Diagnostics;

/// <summary>Finds the mistakes in flows that do not keep the generator from writing their other part.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FlowAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        StepDiagnostics.ReservedName,
        StepDiagnostics.NotPersistable,
        StepDiagnostics.ReturnType,
        StepDiagnostics.Signature,
        StepDiagnostics.TwoStepsOfOneName,
        StepDiagnostics.TransitionNotLiteral,
        StepDiagnostics.TargetIsNoStep,
        StepDiagnostics.WrongItemType,
        StepDiagnostics.ItemWithoutForEach,
        GraphDiagnostics.NoStep,
        GraphDiagnostics.NoStart,
        GraphDiagnostics.SeveralStarts,
        GraphDiagnostics.NoEnd,
        GraphDiagnostics.SeveralEnds,
        GraphDiagnostics.Unreachable,
        GraphDiagnostics.RepeatedTarget,
        GraphDiagnostics.NoTransition,
        GraphDiagnostics.LoopWithoutExit,
        GraphDiagnostics.NeverJoined,
        GraphDiagnostics.InputsMissing,
        GraphDiagnostics.NothingToJoin,
        GraphDiagnostics.UnrelatedJoin,
        GraphDiagnostics.SeveralJoins,
        GraphDiagnostics.FrameCrossed,
        GraphDiagnostics.GangMissing,
        GraphDiagnostics.GangUnexpected,
        .. DataFlowDiagnostics.All,
        .. ParameterDiagnostics.All,
        .. AttributeDiagnostics.All,
        .. MistakeDiagnostics.All,
        ReadDiagnostics.TypeWithoutCodec,
    ];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(CheckFlow, SymbolKind.NamedType);
        context.RegisterSyntaxNodeAction(ReadRules.Check, SyntaxKind.GenericName);
    }

    private static void CheckFlow(SymbolAnalysisContext context)
    {
        if (context.Symbol is not INamedTypeSymbol { TypeKind: TypeKind.Class } flow || !FlowNames.IsFlow(flow))
        {
            return;
        }

        var inspection = new FlowInspection(flow, context);
        MemberRules.Check(inspection);
        ParameterRules.Check(inspection);
        AttributeRules.Check(inspection);
        CaseRules.Check(inspection);
        BodyRules.Check(inspection);
        LostFieldRules.Check(inspection);

        // The steps of a base of another assembly cannot be seen, which the generator reports.
        var isWhole = FlowNames.FlowChain(flow).All(t => SymbolEqualityComparer.Default.Equals(t.ContainingAssembly, flow.ContainingAssembly));
        CatchRules.CheckTransitions(inspection);
        if (StepRules.Check(inspection) && isWhole && !flow.IsAbstract)
        {
            FlowGraphRules.Check(inspection);
        }
    }
}
