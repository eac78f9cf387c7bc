using FlowSdk.Storage;
using Microsoft.Extensions.Logging;

namespace FlowSdk;

/// <summary>How <see cref="FlowRunner"/> runs a flow, and where the run is kept.</summary>
public sealed class FlowRunOptions
{
    /// <summary>
    /// Where the run is kept: a folder, or the URL of a store. The default is that of the flow program in this place: <c>FLOWSDK_STORE</c>, else <c>.flowsdk</c> in the
    /// current directory; within a step, the store of the step's own run.
    /// </summary>
    public string? Store { get; init; }

    /// <summary>Tags of the run; up to 50 of up to 500 characters each.</summary>
    public IReadOnlyCollection<string> Tags { get; init; } = [];

    /// <summary>
    /// Where tasks run. The default is in worker processes if this program's entry point is a <see cref="FlowApp"/> with the flow, so that it can be started as a worker,
    /// and no debugger is attached; else inline, that is, in this process.
    /// </summary>
    public IsolationMode? Isolation { get; init; }

    /// <summary>Tasks at a time, 1 or more. The default is the number of logical cores.</summary>
    public int MaxWorkers
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = Environment.ProcessorCount;

    /// <summary>What becomes of the rest of the run when a task has failed. The default is to let running tasks finish.</summary>
    public OnFailure OnFailure { get; init; } = OnFailure.Drain;

    /// <summary>Whether tasks start without the GPUs that they ask for. The default is false.</summary>
    public bool WithoutGpu { get; init; }

    /// <summary>
    /// What inline steps and the flow's constructor may ask for. The default is the services of this program's <see cref="FlowApp"/>, if it has the flow, else none. Worker
    /// processes have those of the program that they are.
    /// </summary>
    public IServiceProvider? Services { get; init; }

    /// <summary>Where inline steps log to. The default is the logging of this program's <see cref="FlowApp"/>, if it has set one up, else the step's own output.</summary>
    public ILoggerFactory? Logging { get; init; }

    /// <summary>
    /// Called with each line that steps write, one at a time, in their order; steps do not wait for it. What it prints goes to this process's console, which a run leaves
    /// alone otherwise: <c>line => Console.WriteLine(line.Text)</c>. An exception of it stops the run, and comes out of <see cref="RunHandle{TFlow}.Completion"/>.
    /// </summary>
    public Action<LogLine>? OnOutput { get; init; }

    /// <summary>A store that is open already, and stays so; goes before <see cref="Store"/>.</summary>
    internal IObjectStore? ObjectStore { get; init; }
}
