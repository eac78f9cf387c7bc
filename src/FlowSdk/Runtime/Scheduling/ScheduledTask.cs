using FlowSdk.Graph;
using FlowSdk.Metadata;

namespace FlowSdk.Runtime.Scheduling;

/// <summary>A task that is ready, running, or waiting for its next attempt. Forgotten once committed.</summary>
internal sealed class ScheduledTask(long id, TaskKey key, Place place, CommittedTask? parent, ClosedSplit? closed)
{
    public long Id => id;

    public TaskKey Key => key;

    public Place Place => place;

    /// <summary>What was taken over of it from another run, so that it need not run; else null.</summary>
    public ReusedTask? Reused { get; init; }

    public TaskUnit Unit { get; set; } = null!;

    public bool IsRunning { get; set; }

    /// <summary>What the present attempt left; of a gang's member it is kept until all members are done.</summary>
    public TaskOutput? Output { get; set; }

    /// <summary>The edge that the present attempt took; null at the end of the flow.</summary>
    public FlowEdge? Edge { get; set; }

    public TaskStart Start(int attempt, GangStart? gang, int gpus, bool isTimed) => new()
    {
        TaskId = id,
        Key = key,
        Attempt = attempt,
        Frame = place.Frame,
        Parent = parent,
        Join = closed?.Inputs,
        Gang = gang,
        Gpus = gpus,
        IsTimed = isTimed,
    };

    public TaskCommit Commit(int attempt, TaskOutput output) =>
        new(id, key, attempt, closed?.TaskIds ?? (parent is null ? [] : [parent.TaskId]), parent, output);
}
