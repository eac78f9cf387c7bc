namespace FlowSdk;

/// <summary>Where tasks run.</summary>
public enum IsolationMode
{
    /// <summary>In warm worker processes.</summary>
    Process,

    /// <summary>In the runner itself.</summary>
    Inline,

    /// <summary>Each in a new worker process.</summary>
    Fresh,
}
