namespace FlowSdk;

/// <summary>How the delay between attempts grows.</summary>
public enum Backoff
{
    /// <summary>The same delay before each retry.</summary>
    Constant,

    /// <summary>The first delay, then twice, three times, … the first delay.</summary>
    Linear,

    /// <summary>Each delay is twice the one before.</summary>
    Exponential,
}
