using FlowSdk.Generators.Codecs;
using FlowSdk.Generators.Memory;
using FlowSdk.Generators.Parse;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FlowSdk.Generators.Diagnostics;

/// <summary>A flow that is looked at for mistakes, and what its rules share, so that each body is bound and each type planned once.</summary>
internal sealed class FlowInspection
{
    private readonly SymbolAnalysisContext _context;
    private IReadOnlyList<IMethodSymbol>? _steps;
    private IReadOnlyList<IPropertySymbol>? _artifacts;
    private IReadOnlyList<IPropertySymbol>? _parameters;
    private HashSet<ISymbol>? _used;
    private HashSet<ISymbol>? _targets;

    // How often something was reported, or asked of other bodies: either way, it is to be looked at again.
    private int _findings;

    public FlowInspection(INamedTypeSymbol flow, SymbolAnalysisContext context, ReadNotes notes)
    {
        (Flow, _context, Bodies) = (flow, context, new(context.Compilation, context.CancellationToken));
        (Notes, Planner) = (new(notes, Bodies), new(context.Compilation, flow));
    }

    public INamedTypeSymbol Flow { get; }

    public Compilation Compilation => _context.Compilation;

    public CancellationToken Cancellation => _context.CancellationToken;

    public FlowBodies Bodies { get; }

    /// <summary>What is remembered of the bodies.</summary>
    public BodyNotes Notes { get; }

    public CodecPlanner Planner { get; }

    /// <summary>Whether a transition is written in a way from which the graph cannot be read, which has been reported.</summary>
    public bool HasUnreadTransition { get; private set; }

    /// <summary>The steps of the flow, those of base classes included.</summary>
    public IReadOnlyList<IMethodSymbol> Steps => _steps ??= StepSymbols.Of(Flow);

    /// <summary>The artifacts of the flow, those of base classes included.</summary>
    public IReadOnlyList<IPropertySymbol> Artifacts => _artifacts ??= [.. FlowNames.FlowChain(Flow).SelectMany(ArtifactSymbols.Of)];

    /// <summary>The parameters of the flow, those of base classes included.</summary>
    public IReadOnlyList<IPropertySymbol> Parameters => _parameters ??= [.. ParameterSymbols.Of(Flow)];

    /// <summary>The members of the flow that its steps use, the steps included.</summary>
    public HashSet<ISymbol> Used
    {
        get
        {
            _findings++;
            return _used ??= new(StepReach.Members(Steps, Flow, Bodies), SymbolEqualityComparer.Default);
        }
    }

    /// <summary>What the transitions of steps lead to, whether it is a step or not.</summary>
    public HashSet<ISymbol> Targets
    {
        get
        {
            _findings++;
            return _targets ??= new(Steps.SelectMany(s => StepTransitions.Of(s, Bodies)).SelectMany(c => c.Targets).Select(t => t.Method).OfType<ISymbol>(), SymbolEqualityComparer.Default);
        }
    }

    /// <summary>Has what is being looked at looked at again next time, whatever is edited.</summary>
    public void LookAgain() => _findings++;

    /// <summary>Lets rules look at a member, unless they are known to find nothing wrong with it, for as long as what they looked at stays as it is.</summary>
    /// <param name="part">What tells the rules from others.</param>
    /// <param name="member">The member.</param>
    /// <param name="rules">Report what is wrong, and tell whether all is right.</param>
    /// <returns>Whether all is right.</returns>
    public bool Look(string part, ISymbol member, Func<bool> rules)
    {
        var isRight = true;
        return Notes.Holds(part, member, () =>
        {
            var before = _findings;
            isRight = rules();
            return isRight && _findings == before;
        }) || isRight;
    }

    /// <summary>Whether a member of this class may run in a step: of static ones, only those that steps use, for a program's Main may stand in the flow.</summary>
    public bool MayRun(ISymbol member) => Declares(member) && (!member.IsStatic || Used.Contains(member));

    /// <summary>Whether the flow itself declares a member: what is wrong with inherited ones is said where they stand.</summary>
    public bool Declares(ISymbol member) => SymbolEqualityComparer.Default.Equals(member.ContainingType, Flow);

    public void Report(DiagnosticDescriptor descriptor, Location place, params object[] arguments)
    {
        HasUnreadTransition |= descriptor == StepDiagnostics.TransitionNotLiteral;
        Report(Diagnostic.Create(descriptor, place, arguments));
    }

    public void Report(Diagnostic diagnostic)
    {
        _findings++;
        _context.ReportDiagnostic(diagnostic);
    }
}
