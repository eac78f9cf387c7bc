namespace FlowSdk;

/// <summary>Runs a failed task again, as a new attempt.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RetryAttribute : Attribute
{
    /// <summary>Attempts after the first, 0 or more. Default 3.</summary>
    public int Times { get; set; } = 3;

    /// <summary>Seconds before the first retry, 0 or more. Default 1.</summary>
    public double DelaySeconds { get; set; } = 1;

    /// <summary>How the delay grows from retry to retry. Default <see cref="Backoff.Exponential"/>: it doubles.</summary>
    public Backoff Backoff { get; set; } = Backoff.Exponential;

    /// <summary>The longest delay in seconds, 0 or more. Default 300.</summary>
    public double MaxDelaySeconds { get; set; } = 300;

    /// <summary>Exception types, derived ones included, after which no retry is made. Default none.</summary>
    public Type[] Except { get; set; } = [];
}
