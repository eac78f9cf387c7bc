using FlowSdk.Generators.Codecs;
using FlowSdk.Generators.Parse;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FlowSdk.Generators.Diagnostics;

/// <summary>A flow that is looked at for mistakes, and what its rules share, so that each body is bound and each type planned once.</summary>
internal sealed class FlowInspection(INamedTypeSymbol flow, SymbolAnalysisContext context)
{
    public INamedTypeSymbol Flow => flow;

    public Compilation Compilation => context.Compilation;

    public CancellationToken Cancellation => context.CancellationToken;

    public FlowBodies Bodies { get; } = new(context.Compilation, context.CancellationToken);

    public CodecPlanner Planner { get; } = new(context.Compilation, flow);

    /// <summary>Whether the flow itself declares a member: what is wrong with inherited ones is said where they stand.</summary>
    public bool Declares(ISymbol member) => SymbolEqualityComparer.Default.Equals(member.ContainingType, flow);

    public void Report(DiagnosticDescriptor descriptor, Location place, params object[] arguments) =>
        context.ReportDiagnostic(Diagnostic.Create(descriptor, place, arguments));

    public void Report(Diagnostic diagnostic) => context.ReportDiagnostic(diagnostic);
}
