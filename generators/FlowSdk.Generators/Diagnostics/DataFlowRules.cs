using System.Collections.Immutable;
using FlowSdk.Generators.DataFlow;
using FlowSdk.Generators.Parse;
using FlowSdk.Graph;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowSdk.Generators.Diagnostics;

/// <summary>What a step reads is set on every way to it.</summary>
internal sealed class DataFlowRules
{
    private readonly FlowInspection _inspection;
    private readonly IReadOnlyList<IMethodSymbol> _steps;
    private readonly BodyGraph[] _bodies;
    private readonly string[] _artifacts;
    private readonly StepEffects[] _effects;

    private DataFlowRules(FlowInspection inspection, IReadOnlyList<(IMethodSymbol Method, IReadOnlyList<TransitionCall> Calls)> steps)
    {
        _inspection = inspection;
        _steps = [.. steps.Select(s => s.Method)];
        _bodies = [.. _steps.Select(s => BodyGraphBuilder.Build(s, inspection.Flow, inspection.Bodies))];
        _artifacts = [.. inspection.Artifacts.Select(a => a.Name).Distinct().Except(SetByConstructors())];
        var numbers = _artifacts.Select((name, i) => (name, i)).ToDictionary(a => a.name, a => a.i);
        _effects = [.. steps.Select((s, i) => StepEffectsReader.Read(s.Method, s.Calls, _bodies[i], numbers, StepFilters.Of(s.Method, inspection.Flow).Any()))];
    }

    /// <param name="steps">The steps of the flow and their transitions, in the order of the graph.</param>
    /// <param name="graph">The graph.</param>
    /// <param name="plan">What the rules of graphs have found out about it; null if it is wrong.</param>
    /// <param name="inspection">Where to report.</param>
    public static void Check(IReadOnlyList<(IMethodSymbol Method, IReadOnlyList<TransitionCall> Calls)> steps, GraphStep[] graph, GraphPlan? plan, FlowInspection inspection)
    {
        var rules = new DataFlowRules(inspection, steps);
        rules.CheckMerges(graph);
        if (plan is not null)
        {
            rules.CheckReads(new GraphIndex(graph), plan);
        }
    }

    private void CheckMerges(GraphStep[] graph)
    {
        for (var step = 0; step < graph.Length; step++)
        {
            foreach (var (_, happening) in _bodies[step].Events().Where(e => e.Event is { Kind: BodyEventKind.Merge, IsExpected: false } && !graph[step].IsJoin))
            {
                _inspection.Report(DataFlowDiagnostics.MergeOutsideJoin, Place(step, happening), graph[step].Name, _inspection.Flow.Name);
            }
        }
    }

    private void CheckReads(GraphIndex graph, GraphPlan plan)
    {
        // What a helper reads twice, or a finally on several ways, is one mistake.
        var problems = new FlowAnalysis(_effects, graph, plan, _artifacts.Length).Find()
            .GroupBy(p => (p.Step, p.Artifact, Place(p.Step, _bodies[p.Step][p.Place]!)))
            .Select(g => g.OrderBy(p => DataFlowDiagnostics.Of(p.Kind).DefaultSeverity == DiagnosticSeverity.Error ? 0 : 1).First())
            .ToArray();
        foreach (var problem in problems)
        {
            var happening = _bodies[problem.Step][problem.Place]!;
            var artifact = _artifacts[problem.Artifact];
            _inspection.Report(Diagnostic.Create(
                DataFlowDiagnostics.Of(problem.Kind),
                problem.Kind is DataProblemKind.NothingToMerge or DataProblemKind.DoubtfulMerge ? PlaceOfName(problem.Step, happening, artifact) : Place(problem.Step, happening),
                Properties(problem, artifact),
                DataProblemText.Describe(problem, _effects, artifact, happening.Through?.Name)));
        }

        // That something is set in vain follows from its being read where it is not.
        foreach (var (step, artifact) in new UnreadSets(_effects, graph, plan, _artifacts.Length).Find()
            .Where(s => _inspection.Declares(_steps[s.Step]) && !Array.Exists(problems, p => p.Artifact == s.Artifact)))
        {
            var set = _bodies[step].Events().First(e => e.Event.Kind == BodyEventKind.Set && e.Event.Property!.Name == _artifacts[artifact]).Event;
            _inspection.Report(DataFlowDiagnostics.NeverRead, Place(step, set), _artifacts[artifact], _effects[step].Name);
        }
    }

    /// <summary>What a constructor sets is there in every step: each task has an object of its own.</summary>
    private IEnumerable<string> SetByConstructors() =>
        from type in FlowNames.FlowChain(_inspection.Flow)
        from constructor in type.InstanceConstructors
        from happening in BodyGraphBuilder.Build(constructor, _inspection.Flow, _inspection.Bodies).Events()
        where happening.Event.Kind == BodyEventKind.Set
        select happening.Event.Property!.Name;

    /// <summary>What a fix needs to know: the artifact, and the join that could merge it.</summary>
    private ImmutableDictionary<string, string?> Properties(DataProblem problem, string artifact) => ImmutableDictionary<string, string?>.Empty
        .Add("Artifact", artifact)
        .Add("Join", problem.Cell.Join < 0 ? null : _effects[problem.Cell.Join].Name);

    /// <summary>Where a merge names an artifact, if it stands in the step itself.</summary>
    private Location PlaceOfName(int step, BodyEvent merge, string artifact)
    {
        var place = Place(step, merge);
        var name = merge.Syntax.DescendantNodes().OfType<IdentifierNameSyntax>().FirstOrDefault(n => n.Identifier.ValueText == artifact && n.Parent is ArgumentSyntax);
        return name?.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } named && merge.Call is null && place.IsInSource && place != _inspection.Flow.Locations[0] ? named.GetLocation() : place;
    }

    /// <summary>Where something happens in a step that the flow declares; the flow's own place for an inherited one, which may be right in other flows.</summary>
    private Location Place(int step, BodyEvent happening) =>
        _inspection.Declares(_steps[step]) ? (happening.Call ?? happening.Syntax).GetLocation() : _inspection.Flow.Locations[0];
}
