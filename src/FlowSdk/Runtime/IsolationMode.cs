namespace FlowSdk.Runtime;

/// <summary>Where tasks run.</summary>
internal enum IsolationMode
{
    /// <summary>In warm worker processes.</summary>
    Process,

    /// <summary>In the runner itself.</summary>
    Inline,

    /// <summary>Each in a new worker process.</summary>
    Fresh,
}
