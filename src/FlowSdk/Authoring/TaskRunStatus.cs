namespace FlowSdk;

/// <summary>The state of a task.</summary>
public enum TaskRunStatus
{
    /// <summary>
    /// Due, and not under way. Either an attempt has failed and the next one has not been seen to begin; or it has not begun at all: then it has no id yet, and is
    /// counted by <see cref="StepStatistics.Pending"/> alone.
    /// </summary>
    Pending,

    /// <summary>An attempt is under way.</summary>
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
