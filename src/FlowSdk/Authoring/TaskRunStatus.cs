namespace FlowSdk;

/// <summary>The state of a task.</summary>
public enum TaskRunStatus
{
    /// <summary>Not started yet.</summary>
    Pending,

    /// <summary>An attempt is under way, or a retry is due.</summary>
    Running,

    /// <summary>Finished; its artifacts are kept.</summary>
    Succeeded,

    /// <summary>Its last attempt failed.</summary>
    Failed,

    /// <summary>Stopped, or never started, because the run ended before.</summary>
    Canceled,

    /// <summary>The runner was gone before it ended.</summary>
    Interrupted,
}
