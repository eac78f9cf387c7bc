using Microsoft.Extensions.Logging;

namespace FlowSdk.Testing;

/// <summary>What a run of <see cref="FlowTest"/> has around it. Steps that ask for GPUs start without any.</summary>
public sealed class FlowTestOptions
{
    /// <summary>What steps may ask for, and the flow's constructor. The default is nothing.</summary>
    public IServiceProvider? Services { get; init; }

    /// <summary>Where steps log to. The default is the run's output.</summary>
    public ILoggerFactory? Logging { get; init; }

    /// <summary>Tags of the run.</summary>
    public IReadOnlyCollection<string> Tags { get; init; } = [];

    /// <summary>Tasks at a time, 1 or more. The default is the number of logical cores; with 1, tasks run in an order that does not change.</summary>
    public int MaxWorkers { get; init; } = Environment.ProcessorCount;

    /// <summary>What becomes of the rest of the run when a task has failed. The default is to let running tasks finish.</summary>
    public OnFailure OnFailure { get; init; } = OnFailure.Drain;
}
