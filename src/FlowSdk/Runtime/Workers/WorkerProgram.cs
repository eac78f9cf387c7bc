using FlowSdk.Generated;
using FlowSdk.Runtime.Execution;
using FlowSdk.Runtime.Machine;

namespace FlowSdk.Runtime.Workers;

/// <summary>The life of a worker process.</summary>
internal static class WorkerProgram
{
    /// <summary>The exit code of a worker whose runner is gone.</summary>
    private const int RunnerIsGone = 1;

    /// <summary>Serves the runner that started this process until it has no more work, or is gone.</summary>
    /// <param name="findFlow">Finds a flow of this program by name; null if there is none.</param>
    /// <param name="host">The host's services and logging.</param>
    /// <returns>The exit code.</returns>
    public static Task<int> RunAsync(Func<string, FlowDefinition?> findFlow, ExecutionHost host)
    {
        var address = Take(WorkerVariables.Channel);
        var token = Take(WorkerVariables.Token);
        var slots = Take(GpuSlots.SlotsVariable);
        if (address is null || token is null)
        {
            throw new FlowException(FlowErrors.OutsideTask, "A worker is started by the runner of a flow, not by hand. Start the flow with the command 'run'.");
        }

        ProcessContainment.Begin();
        if (ControlConnection.Open(address) is not { } stream)
        {
            return Task.FromResult(RunnerIsGone);
        }

        var connection = new WorkerConnection(stream);
        connection.Send(WorkerGreeting.Hello(token));
        // Held for as long as this process lives, whatever becomes of it.
        using var held = slots is null ? null : GpuSlots.OfThisMachine.TryHold(slots);
        if (slots is not null && held is null)
        {
            connection.Refuse(FlowErrors.NotEnoughGpus, $"The GPUs {slots} were given to a worker, but another program holds them. Run the flow again.");
        }

        using var session = new WorkerSession(connection, findFlow, host);
        session.Run();
        return Task.FromResult(0);
    }

    private static string? Take(string variable)
    {
        var value = Environment.GetEnvironmentVariable(variable);
        Environment.SetEnvironmentVariable(variable, null);
        return value;
    }
}
