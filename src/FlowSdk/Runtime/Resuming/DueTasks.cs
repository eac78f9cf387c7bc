using FlowSdk.Metadata;
using FlowSdk.Runtime.Scheduling;

namespace FlowSdk.Runtime.Resuming;

/// <summary>Follows the flow from the tasks that are reused, to count what comes due after them.</summary>
internal sealed class DueTasks(OriginMap map, Func<int, StepTally> tallyOf)
{
    private readonly Dictionary<long, Split> _splits = [];

    public void Begin() => tallyOf(map.Graph.Start).Due(1);

    /// <summary>The number of members that the gang of a splitting task has; null if it is no gang, or not reused.</summary>
    public int? GangOf(long split) => _splits.TryGetValue(split, out var open) && open.IsGang ? open.Count : null;

    /// <summary>A task is reused.</summary>
    public void After(TaskFinishedRecord task)
    {
        if (task.Transition is not { } taken)
        {
            return;
        }

        var mapped = map.TransitionOf(taken)!;
        var edge = EdgeChoice.Find(map.Graph, map.StepOf(task.Key.Step), mapped)!;
        if (mapped.Kind is TransitionKind.Linear)
        {
            Continue(task, mapped.Targets[0]);
            return;
        }

        var count = mapped.Kind is TransitionKind.Branch ? mapped.Targets.Count : mapped.Count;
        _splits.Add(task.TaskId, new(count, edge.Join, mapped.Kind is TransitionKind.Gang));
        if (count == 0)
        {
            tallyOf(edge.Join).Due(1);
        }

        foreach (var target in mapped.Targets)
        {
            tallyOf(target).Due(mapped.Kind is TransitionKind.Branch ? 1 : count);
        }
    }

    private void Continue(TaskFinishedRecord task, int target)
    {
        if (!map.Graph.Nodes[target].IsJoin)
        {
            tallyOf(target).Due(1);
        }
        else if (_splits.TryGetValue(task.Key.SplitTaskId, out var split) && ++split.Arrived == split.Count)
        {
            tallyOf(split.Join).Due(1);
        }
    }

    private sealed class Split(int count, int join, bool isGang)
    {
        public int Count => count;

        public int Join => join;

        public bool IsGang => isGang;

        public int Arrived { get; set; }
    }
}
