namespace FlowSdk.Runtime.Scheduling;

/// <summary>What the scheduler waits for.</summary>
internal enum TimerKind
{
    /// <summary>The delay before the next attempt is over.</summary>
    Retry,

    /// <summary>An attempt has run for as long as it may.</summary>
    Timeout,

    /// <summary>A timed-out attempt was told to end and has had its grace.</summary>
    TimeoutGrace,

    /// <summary>The tasks of a canceled run were told to end and have had their grace.</summary>
    CancelGrace,
}
