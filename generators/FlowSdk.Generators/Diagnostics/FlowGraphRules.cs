using FlowSdk.Generators.Parse;
using FlowSdk.Graph;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace FlowSdk.Generators.Diagnostics;

/// <summary>The graph of a flow keeps the rules that the runtime, too, holds it to.</summary>
internal static class FlowGraphRules
{
    public static void Check(FlowInspection inspection)
    {
        var (flow, steps) = (inspection.Flow, inspection.Steps);
        var graph = steps.Select(s => inspection.Notes.Of("Graph", s, () => Read(s, inspection.Bodies))).OfType<GraphStep>().ToArray();

        // What is wrong with a transition is reported where it is written, by us or by the compiler; the rest of the graph makes no sense without it.
        if (inspection.HasUnreadTransition || graph.Length < steps.Count)
        {
            return;
        }

        var places = steps.ToDictionary(s => s.Name, s => Place(s, flow));
        var verdict = GraphRules.Check(graph);
        foreach (var problem in verdict.Problems)
        {
            inspection.Report(
                GraphDiagnostics.Of(problem.Kind),
                At(problem.At, inspection) ?? (problem.Step.Length > 0 ? places[problem.Step] : flow.Locations[0]),
                GraphProblemText.Describe(problem, flow.Name));
        }

        foreach (var step in steps)
        {
            if (StepSignature.Read(step).Item is { } item)
            {
                CheckItem(step.Name, item, graph, places[step.Name], inspection);
            }
        }

        DataFlowRules.Check(graph, verdict.Plan, inspection);
    }

    /// <summary>A step as the rules see it; null if its transitions are not understood.</summary>
    private static GraphStep? Read(IMethodSymbol step, FlowBodies bodies)
    {
        var signature = StepSignature.Read(step);
        var calls = StepTransitions.Of(step, bodies);
        return calls.Any(c => c.Targets.Any(t => t.Method is null || !FlowNames.IsStep(t.Method))) || (!signature.IsEnd && IsHalfTyped(step, calls.Count == 0, bodies))
            ? null
            : new(step.Name, signature.IsJoin, signature.TakesGang, signature.IsEnd, [.. calls.Select(c => new GraphTransition(c.Kind, [.. c.Targets.Select(t => t.Method!.Name)]))]);
    }

    /// <summary>Whether the compiler does not understand a transition of a step, or where none is found, anything in it.</summary>
    private static bool IsHalfTyped(IMethodSymbol step, bool isWithout, FlowBodies bodies) =>
        bodies.Of(step).OfType<IInvalidOperation>().Any(o => isWithout || o.Syntax is InvocationExpressionSyntax { Expression: SimpleNameSyntax { Identifier.ValueText: "To" or "ForEach" or "InParallel" } })
        || (isWithout && step.DeclaringSyntaxReferences.Any(r => r.GetSyntax(bodies.Cancellation).ContainsDiagnostics));

    private static void CheckItem(string step, IParameterSymbol item, GraphStep[] graph, Location place, FlowInspection inspection)
    {
        var others = graph.Where(s => s.Transitions.Any(t => t.Kind != TransitionKind.ForEach && t.Targets.Contains(step))).Select(s => s.Name).ToArray();
        var isReached = graph.Any(s => s.Transitions.Any(t => t.Targets.Contains(step)));
        if (others.Length > 0 || !isReached)
        {
            inspection.Report(
                StepDiagnostics.ItemWithoutForEach, place, step, item.Name, isReached ? $"'{string.Join("', '", others)}' leads to it otherwise than by ForEach" : "no ForEach leads to it");
        }
    }

    /// <summary>The transition or target at fault; null if it is not of this flow's own source.</summary>
    private static Location? At(GraphPlace? at, FlowInspection inspection)
    {
        if (at is null || !inspection.Declares(inspection.Steps[at.Step]))
        {
            return null;
        }

        var step = inspection.Steps[at.Step];
        var call = StepTransitions.Of(step, inspection.Bodies)[at.Transition];
        var syntax = at.Target < 0 ? call.Syntax : call.Targets[at.Target].Syntax;
        return step.DeclaringSyntaxReferences.Any(r => r.SyntaxTree == syntax.SyntaxTree && r.Span.Contains(syntax.Span)) ? syntax.GetLocation() : null;
    }

    /// <summary>A step's own place if the flow declares it; the flow's if it is inherited.</summary>
    private static Location Place(IMethodSymbol step, INamedTypeSymbol flow) =>
        SymbolEqualityComparer.Default.Equals(step.ContainingType, flow) ? step.Locations[0] : flow.Locations[0];
}
