using System.Collections.Immutable;
using FlowSdk.Generators.Memory;
using FlowSdk.Generators.Parse;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FlowSdk.Generators.Diagnostics;

/// <summary>Finds the mistakes in flows that do not keep the generator from writing their other part.</summary>
/// <remarks>
/// It is asked anew after each key that is typed. So it remembers of each body what the rules want to know of it, and that
/// those that look at one body alone have found nothing in it; what they have found is found anew, where it stands now.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FlowAnalyzer : DiagnosticAnalyzer
{
    private readonly ProjectMemory _memory = new();
    private readonly Action<ReadNotes>? _seen;

    /// <summary>Makes the analyzer.</summary>
    public FlowAnalyzer()
    {
    }

    /// <summary>Makes an analyzer that shows what it has looked at, so that a test can count.</summary>
    internal FlowAnalyzer(Action<ReadNotes> seen) => _seen = seen;

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
        StepDiagnostics.EmptyGang,
        StepDiagnostics.NullTransition,
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
        context.RegisterCompilationStartAction(start =>
        {
            // Not by the token of this action, which is over by then. Nothing is kept of a flow whose check is given up.
            var project = new Lazy<ProjectNotes>(() => _memory.Open(start.Compilation, CancellationToken.None));
            start.RegisterSymbolAction(c => CheckFlow(c, project), SymbolKind.NamedType);
        });
        context.RegisterSyntaxNodeAction(ReadRules.Check, SyntaxKind.GenericName);
    }

    private void CheckFlow(SymbolAnalysisContext context, Lazy<ProjectNotes> project)
    {
        if (context.Symbol is not INamedTypeSymbol { TypeKind: TypeKind.Class } flow || !FlowNames.IsFlow(flow))
        {
            return;
        }

        var declaration = flow.DeclaringSyntaxReferences[0].GetSyntax(context.CancellationToken);
        var seen = project.Value.Read(
            declaration,
            notes =>
            {
                FlowRules.Check(new(flow, context, notes));
                return notes;
            },
            context.CancellationToken);
        _seen?.Invoke(seen);
    }
}
