namespace FlowSdk.Runtime.Scheduling;

/// <summary>How long to wait before the next attempt.</summary>
internal sealed class RetryPolicy(Random random)
{
    /// <summary>Delays are lengthened by up to this share, so that tasks which failed together do not come back together.</summary>
    public const double Jitter = 0.1;

    /// <param name="step">The step's limits.</param>
    /// <param name="attempt">The attempt that failed, from 0.</param>
    public TimeSpan Delay(StepLimits step, int attempt)
    {
        var factor = step.Backoff switch
        {
            Backoff.Linear => attempt + 1,
            Backoff.Exponential => Math.Pow(2, attempt),
            _ => 1,
        };

        var seconds = step.RetryDelay.TotalSeconds * factor * (1 + (Jitter * random.NextDouble()));
        return seconds < step.MaxRetryDelay.TotalSeconds ? TimeSpan.FromSeconds(seconds) : step.MaxRetryDelay;
    }
}
