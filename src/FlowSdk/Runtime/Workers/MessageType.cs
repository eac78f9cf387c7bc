namespace FlowSdk.Runtime.Workers;

/// <summary>The messages between runner and worker. Their fields are described in docs/worker-protocol.md.</summary>
internal enum MessageType
{
    /// <summary>Worker: here I am.</summary>
    Hello = 1,

    /// <summary>Worker: give me work.</summary>
    Ready = 2,

    /// <summary>Worker: the step returned.</summary>
    Succeeded = 3,

    /// <summary>Worker: the step failed.</summary>
    Failed = 4,

    /// <summary>Worker: this cannot work.</summary>
    Refused = 5,

    /// <summary>Runner: this is the run.</summary>
    Welcome = 16,

    /// <summary>Runner: execute a task.</summary>
    Start = 17,

    /// <summary>Runner: cancel the token of the task.</summary>
    Cancel = 18,

    /// <summary>Runner: there is no more work.</summary>
    Stop = 19,
}
