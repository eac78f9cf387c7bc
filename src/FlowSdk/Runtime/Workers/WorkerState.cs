namespace FlowSdk.Runtime.Workers;

/// <summary>What a worker is doing, as far as its runner knows.</summary>
internal enum WorkerState
{
    /// <summary>Its process has been, or is being, started, and has not said that it is ready.</summary>
    Starting,

    /// <summary>It has nothing to do.</summary>
    Idle,

    /// <summary>It has a task.</summary>
    Busy,

    /// <summary>It has been told to end, or is ending.</summary>
    Ending,
}
