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

/// <summary>What one task of a step needs, and how its failures are handled.</summary>
internal sealed record StepLimits
{
    /// <summary>Logical processors; a step that does not say takes one, which is what a worker is.</summary>
    public double Cpu { get; init; } = 1;

    public int MemoryMb { get; init; }

    public int Gpu { get; init; }

    public int MaxConcurrency { get; init; } = int.MaxValue;

    public TimeSpan? Timeout { get; init; }

    public int RetryTimes { get; init; }

    public TimeSpan RetryDelay { get; init; }

    public Backoff Backoff { get; init; }

    public TimeSpan MaxRetryDelay { get; init; }
}

/// <summary>What happens to the rest of a run when a task has failed for good.</summary>
internal enum OnFailure
{
    /// <summary>No new task and no new attempt starts; running tasks finish.</summary>
    Drain,

    /// <summary>All that does not depend on the failed task still runs.</summary>
    Continue,

    /// <summary>Running tasks are killed.</summary>
    Stop,
}
