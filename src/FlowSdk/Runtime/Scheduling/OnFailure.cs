namespace FlowSdk;

/// <summary>What happens to the rest of a run when a task has failed for good.</summary>
public enum OnFailure
{
    /// <summary>No new task and no new attempt starts; running tasks finish.</summary>
    Drain,

    /// <summary>All that does not depend on the failed task still runs.</summary>
    Continue,

    /// <summary>Running tasks are killed.</summary>
    Stop,
}
