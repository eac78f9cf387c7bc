using System.Diagnostics;
using FlowSdk.Hosting;
using FlowSdk.Runtime.Workers;

namespace FlowSdk.CommandLine;

/// <summary>Starts the first worker of a run while the command line has yet to be read, so that both take place at the same time.</summary>
internal static class EarlyWorker
{
    /// <param name="args">The arguments, without a flow's name.</param>
    /// <returns>The worker; null if the arguments ask for something else than a run in worker processes, as far as a glance can tell.</returns>
    public static WorkerPrestart? Start(string[] args) =>
        args is ["run", ..] && !Debugger.IsAttached && !args.AsSpan().ContainsAny("--help", "-h", "-?") && !Array.Exists(args, a => a.StartsWith("--isolation", StringComparison.Ordinal))
            ? WorkerPrestart.Start(WorkerLaunches.OfThisProgram())
            : null;
}
