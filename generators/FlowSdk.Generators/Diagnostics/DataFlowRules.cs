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
    private readonly BodyGraph?[] _bodies;
    private readonly string[] _artifacts;
    private readonly StepEffects[] _effects;

    private DataFlowRules(FlowInspection inspection)
    {
        (_inspection, _steps, _bodies) = (inspection, inspection.Steps, new BodyGraph?[inspection.Steps.Count]);
        var constructed = inspection.Notes.Of("Constructed", inspection.Flow, () => SetByConstructors(inspection).ToArray());
        _artifacts = [.. inspection.Artifacts.Select(a => a.Name).Distinct().Except(constructed)];
        var numbers = _artifacts.Select((name, i) => (name, i)).ToDictionary(a => a.name, a => a.i);
        var part = $"Effects on {string.Join(", ", _artifacts)}";
        _effects = [.. _steps.Select((s, i) => inspection.Notes.Of(part, s, () => ReadEffects(i, numbers)))];
    }

    /// <param name="graph">The graph.</param>
    /// <param name="plan">What the rules of graphs have found out about it; null if it is wrong.</param>
    /// <param name="inspection">Where to report.</param>
    public static void Check(GraphStep[] graph, GraphPlan? plan, FlowInspection inspection)
    {
        var rules = new DataFlowRules(inspection);
        rules.CheckMerges(graph);
        if (plan is not null)
        {
            var index = new GraphIndex(graph);
            rules.CheckReads(index, plan);
            rules.CheckChoices(index, plan);
        }
    }

    /// <summary>What a constructor sets is there in every step: each task has an object of its own.</summary>
    private static IEnumerable<string> SetByConstructors(FlowInspection inspection) =>
        from type in FlowNames.FlowChain(inspection.Flow)
        from constructor in type.InstanceConstructors
        from happening in BodyGraphBuilder.Build(constructor, inspection.Flow, inspection.Bodies).Events()
        where happening.Event.Kind == BodyEventKind.Set
        select happening.Event.Property!.Name;

    private StepEffects ReadEffects(int step, Dictionary<string, int> artifacts)
    {
        var method = _steps[step];
        return StepEffectsReader.Read(
            method, StepTransitions.Of(method, _inspection.Bodies), _bodies[step] = Build(step), artifacts, StepFilters.Of(method, _inspection.Flow).Any());
    }

    /// <summary>What a step does, which is read anew to find the place of what is known of it.</summary>
    private BodyGraph Body(int step) => _bodies[step] ??= Build(step);

    private BodyGraph Build(int step) => BodyGraphBuilder.Build(_steps[step], _inspection.Flow, _inspection.Bodies);

    private void CheckMerges(GraphStep[] graph)
    {
        for (var step = 0; step < graph.Length; step++)
        {
            if (!graph[step].IsJoin && _effects[step].Merges.Count > 0)
            {
                foreach (var (_, happening) in Body(step).Events().Where(e => e.Event is { Kind: BodyEventKind.Merge, IsExpected: false }))
                {
                    _inspection.Report(DataFlowDiagnostics.MergeOutsideJoin, Place(step, happening), graph[step].Name, _inspection.Flow.Name);
                }
            }
        }
    }

    private void CheckChoices(GraphIndex graph, GraphPlan plan)
    {
        foreach (var (step, place, problem) in new MissingInputs(_effects, graph, plan).Find())
        {
            _inspection.Report(DataFlowDiagnostics.NoSuchInput, Place(step, Body(step)[place]!), problem);
        }
    }

    private void CheckReads(GraphIndex graph, GraphPlan plan)
    {
        // What a helper reads twice, or a finally on several ways, is one mistake.
        var problems = new FlowAnalysis(_effects, graph, plan, _artifacts.Length).Find()
            .GroupBy(p => (p.Step, p.Artifact, Place(p.Step, Body(p.Step)[p.Place]!)))
            .Select(g => g.OrderBy(p => DataFlowDiagnostics.Of(p.Kind).DefaultSeverity == DiagnosticSeverity.Error ? 0 : 1).First())
            .ToArray();
        foreach (var problem in problems)
        {
            var happening = Body(problem.Step)[problem.Place]!;
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
            var set = Body(step).Events().First(e => e.Event.Kind == BodyEventKind.Set && e.Event.Property!.Name == _artifacts[artifact]).Event;
            _inspection.Report(DataFlowDiagnostics.NeverRead, Place(step, set), _artifacts[artifact], _effects[step].Name);
        }
    }

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
