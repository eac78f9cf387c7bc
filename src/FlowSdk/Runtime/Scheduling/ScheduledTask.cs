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

    /// <summary>For whoever records an attempt that failed and is caught.</summary>
    public object? Detail { get; set; }

    /// <summary>The artifacts with which an attempt that failed has left its task; null for those that the task started with.</summary>
    public ArtifactTable? Kept { get; set; }

    /// <summary>The edge that the present attempt took; null at the end of the flow.</summary>
    public FlowEdge? Edge { get; set; }

    public TaskStart Start(int attempt, GangStart? gang, int gpus, StepLimits limits) => new()
    {
        TaskId = id,
        Key = key,
        Attempt = attempt,
        Frame = place.Frame,
        Parent = parent,
        Join = closed?.Inputs,
        Gang = gang,
        Gpus = gpus,
        IsTimed = limits.Timeout is not null,
        CatchArtifact = limits.CatchArtifact,
    };

    /// <summary>What there is to be kept of a task that failed and is caught.</summary>
    public CaughtTask Caught(StepFailure failure, TakenTransition? transition) =>
        new(id, key, failure, transition, Output?.Artifacts ?? Kept ?? parent?.Artifacts, Output?.Detail ?? Detail);

    public TaskCommit Commit(int attempt, TaskOutput output) =>
        new(id, key, attempt, closed?.TaskIds ?? (parent is null ? [] : [parent.TaskId]), parent, output);
}
