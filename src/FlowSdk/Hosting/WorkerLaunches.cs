using FlowSdk.Runtime;

namespace FlowSdk.Hosting;

/// <summary>How this program is started again as a worker.</summary>
internal static class WorkerLaunches
{
    /// <summary>The hidden command with which the runner starts its workers.</summary>
    public const string Command = "worker";

    /// <summary>Starts the same executable, or the same assembly under the same host.</summary>
    public static WorkerLaunch OfThisProgram()
    {
        var process = Environment.ProcessPath
            ?? throw new FlowException(FlowErrors.InvalidOption, "The executable of this process is not known, so no worker can be started. Use --isolation inline.");
        return Path.GetFileNameWithoutExtension(process).Equals("dotnet", StringComparison.OrdinalIgnoreCase)
            ? new(process, [Environment.GetCommandLineArgs()[0], Command])
            : new(process, [Command]);
    }
}
