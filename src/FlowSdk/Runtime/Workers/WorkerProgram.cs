using FlowSdk.Generated;
using FlowSdk.Runtime.Execution;

namespace FlowSdk.Runtime.Workers;

/// <summary>The life of a worker process.</summary>
internal static class WorkerProgram
{
    /// <summary>Serves the runner that started this process until it has no more work, or is gone.</summary>
    /// <param name="findFlow">Finds a flow of this program by name; null if there is none.</param>
    /// <param name="host">The host's services and logging.</param>
    /// <returns>The exit code.</returns>
    public static Task<int> RunAsync(Func<string, FlowDefinition?> findFlow, ExecutionHost host) => throw new NotImplementedException($"{findFlow}{host}");
}
