namespace FlowSdk;

/// <summary>The state of a run.</summary>
public enum RunStatus
{
    /// <summary>The runner is alive and has not finished.</summary>
    Running,

    /// <summary>The end of the flow was reached.</summary>
    Succeeded,

    /// <summary>A task failed for good.</summary>
    Failed,

    /// <summary>The run was stopped by its user.</summary>
    Canceled,

    /// <summary>The runner is gone without having finished the run.</summary>
    Interrupted,
}
