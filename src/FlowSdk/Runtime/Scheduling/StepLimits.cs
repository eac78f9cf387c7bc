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
}
