namespace FlowSdk.Runtime.Scheduling;

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

    /// <summary>Whether a timeout may be retried: not if <see cref="RetryAttribute.Except"/> names the exception that stands for it.</summary>
    public bool RetriesTimeouts { get; init; } = true;

    /// <summary>The artifact that holds the failure of a task that is caught, by number; null where failures are not caught.</summary>
    public int? CatchArtifact { get; init; }
}
