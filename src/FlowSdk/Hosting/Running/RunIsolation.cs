using System.Diagnostics;
using FlowSdk.Runtime.Workers;

namespace FlowSdk.Hosting;

/// <summary>Where the tasks of a run that code has started run.</summary>
internal static class RunIsolation
{
    /// <param name="wanted">What the code asks for; null for the default.</param>
    /// <param name="flowName">The flow.</param>
    /// <param name="program">This program, if its entry point can serve the flow as a worker; else null.</param>
    /// <exception cref="FlowException">No worker of the flow can be started.</exception>
    public static IsolationMode Choose(IsolationMode? wanted, string flowName, FlowHost? program)
    {
        var mode = wanted ?? (program is null || Debugger.IsAttached ? IsolationMode.Inline : IsolationMode.Process);
        if (mode == IsolationMode.Inline)
        {
            return mode;
        }

        // Every such process would start further ones.
        if (Environment.GetEnvironmentVariable(WorkerVariables.Channel) is not null)
        {
            throw new FlowException(
                FlowErrors.WorkerNotHandedOver,
                $"This process was started as a worker, and its program starts a run of {flowName} instead of serving its runner. Begin the program with: if (app.IsWorker) return await app.RunAsync();");
        }

        return program is not null ? mode : throw new FlowException(
            FlowErrors.NotStartableAsWorker,
            $"{flowName} cannot run in worker processes: the entry point of this program is no FlowApp with {flowName}, so the program cannot be started as a worker. Run it inline, or begin the program with FlowApp.CreateBuilder(args).AddFlow<{flowName}>().Build().");
    }
}
