using FlowSdk.Hosting;
using FlowSdk.Runtime.Workers;

namespace FlowSdk.CommandLine;

/// <summary>The entry of every flow program.</summary>
internal static class FlowProgram
{
    // A worker must not pay for a command line that it has not: nothing of it may be touched in this method.
    public static Task<int> RunAsync(IReadOnlyList<FlowRegistration> flows, FlowHost host, string[] args) =>
        args is [WorkerLaunches.Command, ..] ? WorkAsync(flows, host) : CommandRunner.RunAsync(flows, host, args, ProgramConsole.OfProcess());

    // What the program does after RunAsync is for the runner to do, and threads that a step has left running do not keep a worker alive.
    private static async Task<int> WorkAsync(IReadOnlyList<FlowRegistration> flows, FlowHost host)
    {
        var exitCode = await WorkerProgram.RunAsync(name => flows.FirstOrDefault(f => f.Name == name)?.Definition, new(() => host.Services, host.FindLogging));
        await host.DisposeAsync();
        Environment.Exit(exitCode);
        return exitCode;
    }
}
