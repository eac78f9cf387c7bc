namespace FlowSdk.Runtime.Scheduling;

/// <summary>The limits within which a run is scheduled.</summary>
internal sealed record SchedulerOptions
{
    /// <summary>Tasks at a time, 1 or more. A gang that is wider runs alone.</summary>
    public required int MaxWorkers { get; init; }

    /// <summary>Logical processors to give out. A task that needs more runs when all are free.</summary>
    public double Cpus { get; init; } = double.PositiveInfinity;

    /// <summary>Memory to give out, in MiB. A task that needs more runs when all is free.</summary>
    public long MemoryMb { get; init; } = long.MaxValue;

    /// <summary>GPUs to give out.</summary>
    public int Gpus { get; init; }

    /// <summary>Whether tasks are started without the GPUs that they ask for.</summary>
    public bool WithoutGpu { get; init; }

    public OnFailure OnFailure { get; init; } = OnFailure.Drain;

    /// <summary>What each step needs, by number.</summary>
    public required IReadOnlyList<StepLimits> Steps { get; init; }

    /// <summary>How long canceled tasks have before they are killed.</summary>
    public TimeSpan CancelGrace { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a timed-out task has before it is killed.</summary>
    public TimeSpan TimeoutGrace { get; init; } = TimeSpan.FromSeconds(5);
}
