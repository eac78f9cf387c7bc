using FlowSdk.Generated;
using FlowSdk.Graph;
using FlowSdk.Metadata;

namespace FlowSdk.Runtime.Resuming;

/// <summary>Finds the steps and artifacts of an earlier run in the present flow, by name: their numbers may have changed.</summary>
internal sealed class OriginMap
{
    private readonly int[] _steps;
    private readonly int[] _artifacts;

    public OriginMap(RunStartedRecord origin, FlowDefinition definition, FlowGraph graph)
    {
        (Origin, Definition, Graph) = (origin, definition, graph);
        _steps = Numbers(origin.Steps.Select(s => s.Name), graph.Nodes.Select(n => n.Name));
        _artifacts = Numbers(origin.Artifacts.Select(a => a.Name), definition.Artifacts.Select(a => a.Name));
    }

    public RunStartedRecord Origin { get; }

    public FlowDefinition Definition { get; }

    public FlowGraph Graph { get; }

    /// <summary>The present number of a step of the origin; -1 if it is gone.</summary>
    public int StepOf(int step) => _steps[step];

    /// <summary>The present number of an artifact of the origin; -1 if it is gone.</summary>
    public int ArtifactOf(int artifact) => _artifacts[artifact];

    /// <summary>A transition with the present numbers of its targets; null if one of them is gone.</summary>
    public TakenTransition? TransitionOf(TakenTransition transition)
    {
        var targets = new int[transition.Targets.Count];
        for (var i = 0; i < targets.Length; i++)
        {
            if ((targets[i] = _steps[transition.Targets[i]]) < 0)
            {
                return null;
            }
        }

        return transition with { Targets = targets };
    }

    /// <summary>Changes with the present numbers of their artifacts, in rising order; those that are gone are left out.</summary>
    public IReadOnlyList<ArtifactChange> ChangesOf(IReadOnlyList<ArtifactChange> changes)
    {
        var mapped = new List<ArtifactChange>(changes.Count);
        foreach (var (artifact, reference) in changes)
        {
            if (_artifacts[artifact] is >= 0 and var number)
            {
                mapped.Add(new(number, reference));
            }
        }

        mapped.Sort(static (x, y) => x.Artifact.CompareTo(y.Artifact));
        return mapped;
    }

    private static int[] Numbers(IEnumerable<string> before, IEnumerable<string> now)
    {
        var numbers = now.Index().ToDictionary(n => n.Item, n => n.Index);
        return [.. before.Select(name => numbers.GetValueOrDefault(name, -1))];
    }
}
