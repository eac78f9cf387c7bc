using FlowSdk.Graph;
using FlowSdk.Metadata;

namespace FlowSdk.Runtime.Scheduling;

/// <summary>Commits finished tasks and makes what follows them due: opens splits, counts arrivals at joins, closes splits.</summary>
internal sealed class Successors(FlowGraph graph, UnitFactory factory, ReadyQueue ready, RunTally tally, ReusedTasks reused)
{
    // What was taken over and has come due. A queue, not recursion: a loop may have gone round very often.
    private readonly Queue<ScheduledTask> _reusing = new();

    /// <summary>The end task, once it is committed.</summary>
    public CommittedTask? EndTask { get; private set; }

    /// <summary>Whether what comes due may still start; else it is counted as canceled.</summary>
    public bool IsOpen { get; private set; } = true;

    /// <summary>Makes the start due. All that was taken over comes due with it, since nothing of it follows from something that was not.</summary>
    public void Begin(IScheduleActions actions)
    {
        Due(factory.Single(new Place(split: null, index: 0), graph.Start, parent: null), actions);
        while (_reusing.TryDequeue(out var task))
        {
            Reuse(task, task.Reused!, actions);
        }
    }

    public void Commit(ScheduledTask task, TaskOutput output, IScheduleActions actions)
    {
        var position = actions.Commit(task.Commit(task.Unit.Attempt, output));
        GoOn(task, new CommittedTask(task.Id, position, output.Artifacts), output.Transition, task.Edge, actions);
    }

    /// <summary>Commits a task that failed, with its failure in an artifact: the flow goes on along the only transition of the step.</summary>
    public void Catch(ScheduledTask task, StepFailure failure, IScheduleActions actions)
    {
        var edge = graph.Nodes[task.Key.Step].Edges is [var only, ..] ? only : null;
        task.Edge = edge;
        Commit(task, actions.Catch(task.Caught(failure, edge is null ? null : new(edge.Kind, edge.Targets, edge.Targets.Count, []))), actions);
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

    private void Reuse(ScheduledTask task, ReusedTask taken, IScheduleActions actions)
    {
        actions.Reuse(task.Key.Step, task.Id);
        var edge = taken.Transition is not { } transition ? null
            : EdgeChoice.Find(graph, task.Key.Step, transition)
                ?? throw new InvalidOperationException($"Task {task.Id} was taken over with a transition that the graph has not.");
        GoOn(task, reused.Committed(taken), taken.Transition, edge, actions);
    }

    private void GoOn(ScheduledTask task, CommittedTask committed, TakenTransition? transition, FlowEdge? edge, IScheduleActions actions)
    {
        tally.Succeeded(task.Key.Step);
        if (transition is null || edge is null)
        {
            EndTask = committed;
        }
        else if (transition.Kind is TransitionKind.Linear)
        {
            Continue(task.Place, edge.Targets[0], committed, actions);
        }
        else
        {
            Open(new SplitFrame(task.Place, committed, task.Key.Step, transition, edge.Join), edge, actions);
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
        var taken = reused.TakeItems(split.Task.TaskId);
        foreach (var index in taken)
        {
            _reusing.Enqueue(factory.Single(new Place(split, index), body, split.Task).Members[0]);
        }

        if (taken.Count == split.Count)
        {
            return;
        }

        if (IsOpen)
        {
            ready.Add(new ItemCursor(split, body, taken));
        }
        else
        {
            tally.Canceled(body, split.Count - taken.Count);
        }
    }

    private void Join(SplitFrame split, ClosedSplit closed, IScheduleActions actions) =>
        Due(factory.Single(split.Outer, split.Join, parent: null, closed), actions);

    private void Due(TaskUnit unit, IScheduleActions actions)
    {
        actions.Due(unit.Step, unit.Members.Length);
        if (unit.Members[0].Reused is null)
        {
            Again(unit);
            return;
        }

        foreach (var member in unit.Members)
        {
            _reusing.Enqueue(member);
        }
    }
}
