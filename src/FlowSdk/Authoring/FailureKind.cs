namespace FlowSdk;

/// <summary>How an attempt at a task ended badly.</summary>
public enum FailureKind
{
    /// <summary>The step threw an exception.</summary>
    Exception,

    /// <summary>The step ran longer than its <see cref="TimeoutAttribute"/> allows.</summary>
    Timeout,

    /// <summary>The worker process exited while the step ran.</summary>
    Exit,

    /// <summary>The worker process was ended by a signal, or crashed.</summary>
    Signal,

    /// <summary>The attempt was stopped because the run was canceled or another task failed.</summary>
    Canceled,
}
