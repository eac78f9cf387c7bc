using FlowSdk.Generators.Codecs;
using FlowSdk.Generators.Parse;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FlowSdk.Generators.Diagnostics;

/// <summary>A flow that is looked at for mistakes, and what its rules share, so that each body is bound and each type planned once.</summary>
internal sealed class FlowInspection(INamedTypeSymbol flow, SymbolAnalysisContext context)
{
    private readonly Dictionary<IMethodSymbol, IReadOnlyList<TransitionCall>> _transitions = new(SymbolEqualityComparer.Default);
    private IReadOnlyList<IMethodSymbol>? _steps;
    private IReadOnlyList<IPropertySymbol>? _artifacts;
    private IReadOnlyList<IPropertySymbol>? _parameters;
    private HashSet<ISymbol>? _used;
    private HashSet<ISymbol>? _targets;

    public INamedTypeSymbol Flow => flow;

    public Compilation Compilation => context.Compilation;

    public CancellationToken Cancellation => context.CancellationToken;

    public FlowBodies Bodies { get; } = new(context.Compilation, context.CancellationToken);

    public CodecPlanner Planner { get; } = new(context.Compilation, flow);

    /// <summary>Whether a transition is written in a way from which the graph cannot be read, which has been reported.</summary>
    public bool HasUnreadTransition { get; private set; }

    /// <summary>The steps of the flow, those of base classes included.</summary>
    public IReadOnlyList<IMethodSymbol> Steps => _steps ??= StepSymbols.Of(flow);

    /// <summary>The artifacts of the flow, those of base classes included.</summary>
    public IReadOnlyList<IPropertySymbol> Artifacts => _artifacts ??= [.. FlowNames.FlowChain(flow).SelectMany(ArtifactSymbols.Of)];

    /// <summary>The parameters of the flow, those of base classes included.</summary>
    public IReadOnlyList<IPropertySymbol> Parameters => _parameters ??= [.. ParameterSymbols.Of(flow)];

    /// <summary>The members of the flow that its steps use, the steps included.</summary>
    public HashSet<ISymbol> Used => _used ??= new(StepReach.Members(Steps, flow, Bodies), SymbolEqualityComparer.Default);

    /// <summary>What the transitions of steps lead to, whether it is a step or not.</summary>
    public HashSet<ISymbol> Targets => _targets ??= new(
        Steps.SelectMany(Transitions).SelectMany(c => c.Targets).Select(t => t.Method).OfType<ISymbol>(), SymbolEqualityComparer.Default);

    /// <summary>Whether a member of this class may run in a step: of static ones, only those that steps use, for a program's Main may stand in the flow.</summary>
    public bool MayRun(ISymbol member) => Declares(member) && (!member.IsStatic || Used.Contains(member));

    /// <summary>The transitions of a step.</summary>
    public IReadOnlyList<TransitionCall> Transitions(IMethodSymbol step)
    {
        if (!_transitions.TryGetValue(step, out var calls))
        {
            _transitions.Add(step, calls = StepTransitions.Of(step, Bodies));
        }

        return calls;
    }

    /// <summary>Whether the flow itself declares a member: what is wrong with inherited ones is said where they stand.</summary>
    public bool Declares(ISymbol member) => SymbolEqualityComparer.Default.Equals(member.ContainingType, flow);

    public void Report(DiagnosticDescriptor descriptor, Location place, params object[] arguments)
    {
        HasUnreadTransition |= descriptor == StepDiagnostics.TransitionNotLiteral;
        context.ReportDiagnostic(Diagnostic.Create(descriptor, place, arguments));
    }

    public void Report(Diagnostic diagnostic) => context.ReportDiagnostic(diagnostic);
}
