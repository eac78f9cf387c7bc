using FlowSdk.Runtime.Scheduling;

namespace FlowSdk.Runtime;

/// <summary>An attempt from its start to the report of its end.</summary>
internal sealed class RunningAttempt(TaskStart start)
{
    public TaskStart Start { get; } = start;

    public int Step => Start.Key.Step;

    public long TaskId => Start.TaskId;

    public int Number => Start.Attempt;

    /// <summary>When a worker took it on; null while it waits for one.</summary>
    public DateTimeOffset? BegunAt { get; private set; }

    /// <summary>The worker that took it on, from 1; 0 for the runner itself.</summary>
    public int Worker { get; private set; }

    /// <summary>Whether the journal says that it is under way. For the run's loop only.</summary>
    public bool IsRecorded { get; set; }

    public void Begin(int worker, DateTimeOffset at) => (Worker, BegunAt) = (worker, at);
}
