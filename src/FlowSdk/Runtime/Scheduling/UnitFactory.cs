using FlowSdk.Graph;
using FlowSdk.Metadata;

namespace FlowSdk.Runtime.Scheduling;

/// <summary>Makes tasks: gives them their keys and their ids, from 1, or above those that were taken over.</summary>
internal sealed class UnitFactory(FlowGraph graph, ResourceLedger ledger, ReusedTasks reused)
{
    private long _lastTaskId = reused.HighestId;

    public TaskUnit Single(Place place, int step, CommittedTask? parent, ClosedSplit? closed = null) =>
        new(step, ledger.NeedOf(step, 1), isGang: false, [Create(place, step, parent, closed)]);

    /// <exception cref="FlowException">A split that was taken over asks for more GPUs at the same time than there are here; of others that has been checked.</exception>
    public TaskUnit Gang(SplitFrame split, int step)
    {
        var members = new ScheduledTask[split.Count];
        for (var i = 0; i < members.Length; i++)
        {
            members[i] = Create(new Place(split, i), step, split.Task, closed: null);
        }

        if (members[0].Reused is null && !ledger.HasGpusFor(step, members.Length))
        {
            throw new FlowException(
                FlowErrors.NotEnoughGpus,
                $"The run that is resumed has split into a gang of {members.Length} tasks of step {graph.Nodes[step].Name}, which needs more GPUs at the same time than "
                + $"this machine has. Resume it where there are enough, with --without-gpu, or from step {graph.Nodes[split.Step].Name} on, to ask for a smaller gang.");
        }

        return new TaskUnit(step, ledger.NeedOf(step, members.Length), isGang: true, members);
    }

    private ScheduledTask Create(Place place, int step, CommittedTask? parent, ClosedSplit? closed)
    {
        var visit = graph.Nodes[step].IsInLoop ? place.CountVisit(step) : 0;
        var key = new TaskKey(step, visit, place.Split?.Task.TaskId ?? 0, place.Index);
        return reused.Take(key) is { } task
            ? new ScheduledTask(task.TaskId, key, place, parent, closed) { Reused = task }
            : new ScheduledTask(++_lastTaskId, key, place, parent, closed);
    }
}
