using FlowSdk.Graph;
using FlowSdk.Metadata;

namespace FlowSdk.Runtime.Scheduling;

/// <summary>Commits finished tasks and makes what follows them due: opens splits, counts arrivals at joins, closes splits.</summary>
internal sealed class Successors(FlowGraph graph, UnitFactory factory, ReadyQueue ready, RunTally tally)
{
    /// <summary>The end task, once it is committed.</summary>
    public CommittedTask? EndTask { get; private set; }

    /// <summary>Whether what comes due may still start; else it is counted as canceled.</summary>
    public bool IsOpen { get; private set; } = true;

    public void Begin(IScheduleActions actions) =>
        Due(factory.Single(new Place(split: null, index: 0), graph.Start, parent: null), actions);

    public void Commit(ScheduledTask task, TaskOutput output, IScheduleActions actions)
    {
        var position = actions.Commit(task.Commit(task.Unit.Attempt, output));
        var committed = new CommittedTask(task.Id, position, output.Artifacts);
        tally.Succeeded(task.Key.Step);
        if (output.Transition is not { } taken || task.Edge is not { } edge)
        {
            EndTask = committed;
        }
        else if (taken.Kind is TransitionKind.Linear)
        {
            Continue(task.Place, edge.Targets[0], committed, actions);
        }
        else
        {
            Open(new SplitFrame(task.Place, committed, task.Key.Step, taken, edge.Join), edge, actions);
        }
    }

    /// <summary>Nothing that is or comes due starts any more.</summary>
    public void Close()
    {
        IsOpen = false;
        ready.Clear(tally);
    }

    /// <summary>Something that was due before is due again, for another attempt.</summary>
    public void Again(TaskUnit unit)
    {
        if (IsOpen)
        {
            ready.Add(unit);
        }
        else
        {
            tally.Canceled(unit.Step, unit.Members.Length);
        }
    }

    private void Continue(Place place, int target, CommittedTask committed, IScheduleActions actions)
    {
        if (!graph.Nodes[target].IsJoin)
        {
            Due(factory.Single(place, target, committed), actions);
        }
        else if (place.Split is { } split && split.Arrive(place.Index, committed) is { } closed)
        {
            Join(split, closed, actions);
        }
    }

    private void Open(SplitFrame split, FlowEdge edge, IScheduleActions actions)
    {
        switch (edge.Kind)
        {
            case TransitionKind.Branch:
                for (var i = 0; i < split.Count; i++)
                {
                    Due(factory.Single(new Place(split, i), edge.Targets[i], split.Task), actions);
                }

                break;
            case TransitionKind.Gang:
                Due(factory.Gang(split, edge.Targets[0]), actions);
                break;
            default:
                OpenForEach(split, edge.Targets[0], actions);
                break;
        }
    }

    private void OpenForEach(SplitFrame split, int body, IScheduleActions actions)
    {
        if (split.Count == 0)
        {
            Join(split, split.CloseEmpty(), actions);
            return;
        }

        actions.Due(body, split.Count);
        if (IsOpen)
        {
            ready.Add(new ItemCursor(split, body));
        }
        else
        {
            tally.Canceled(body, split.Count);
        }
    }

    private void Join(SplitFrame split, ClosedSplit closed, IScheduleActions actions) =>
        Due(factory.Single(split.Outer, split.Join, parent: null, closed), actions);

    private void Due(TaskUnit unit, IScheduleActions actions)
    {
        actions.Due(unit.Step, unit.Members.Length);
        Again(unit);
    }
}
