namespace FlowSdk.Runtime.Workers;

/// <summary>The environment variables by which a worker learns where its runner is. It removes them before any step runs.</summary>
internal static class WorkerVariables
{
    /// <summary>The socket or pipe.</summary>
    public const string Channel = "FLOWSDK_WORKER_CHANNEL";

    /// <summary>Proves to the runner that the worker is the one that it started.</summary>
    public const string Token = "FLOWSDK_WORKER_TOKEN";
}
