using FlowSdk.Metadata;
using FlowSdk.Runtime.Execution;
using FlowSdk.Runtime.Scheduling;

namespace FlowSdk.Runtime.Resuming;

/// <summary>Judges a finished task by itself, without looking at those before it: whether the present flow would have had it so too.</summary>
internal sealed class TaskJudge(OriginMap map, ParameterReads parameters, int? forcedStep)
{
    private readonly string[] _artifactTypes = [.. map.Definition.Artifacts.Select(a => a.TypeName)];

    /// <summary>Why the task cannot be reused; null if it can.</summary>
    public ReuseReason? Judge(TaskFinishedRecord task)
    {
        var step = map.StepOf(task.Key.Step);
        if (step < 0)
        {
            return new(ReuseReasonKind.StepGone);
        }

        if (step == forcedStep)
        {
            return new(ReuseReasonKind.Forced);
        }

        return HasChanged(task, step) ? new(ReuseReasonKind.StepChanged)
            : JudgeTransition(task.Transition, step) ?? JudgeParameters(step) ?? JudgeArtifacts(task.Artifacts.Changes);
    }

    private ReuseReason? JudgeParameters(int step) =>
        parameters.ChangedFor(step) is { } names ? new ReuseReason(ReuseReasonKind.ParametersChanged, names) : null;

    private bool HasChanged(TaskFinishedRecord task, int step) =>
        map.Graph.Nodes[step].IsJoin != map.Origin.Steps[task.Key.Step].IsJoin || (task.Parents.Count == 0 && step != map.Graph.Start);

    private ReuseReason? JudgeTransition(TakenTransition? taken, int step)
    {
        if (taken is null)
        {
            return step == map.Graph.End ? null : new(ReuseReasonKind.TransitionGone);
        }

        return map.TransitionOf(taken) is { } mapped && EdgeChoice.Find(map.Graph, step, mapped) is not null
            ? JudgeItems(taken, step)
            : new ReuseReason(ReuseReasonKind.TransitionGone, string.Join(", ", taken.Targets.Select(target => map.Origin.Steps[target].Name)));
    }

    private ReuseReason? JudgeItems(TakenTransition taken, int step)
    {
        if (taken.Items is not [{ Content.TypeName: var before }, ..])
        {
            return null;
        }

        var target = map.Origin.Steps[taken.Targets[0]].Name;
        var now = map.Definition.Steps[step].Transitions
            .First(t => t.Kind is TransitionKind.ForEach && t.Targets[0] == target).ItemType?.Accept(new ItemTypeName());
        return before == now ? null : new(ReuseReasonKind.TypeChanged, $"items of {target}");
    }

    private ReuseReason? JudgeArtifacts(IReadOnlyList<ArtifactChange> changes)
    {
        foreach (var (artifact, reference) in changes)
        {
            if (reference is not null && map.ArtifactOf(artifact) is >= 0 and var number && reference.TypeName != _artifactTypes[number])
            {
                return new(ReuseReasonKind.TypeChanged, map.Definition.Artifacts[number].Name);
            }
        }

        return null;
    }

    private sealed class ItemTypeName : Generated.IItemTypeVisitor<string>
    {
        public string Visit<T>() => ItemEncoder.TypeNameOf<T>();
    }
}
