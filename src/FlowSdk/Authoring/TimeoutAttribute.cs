namespace FlowSdk;

/// <summary>Limits how long one attempt of a task may run; the times given are added up, and their sum must be positive.</summary>
/// <remarks>
/// When it is over, the step's <see cref="CancellationToken"/> is canceled; a step that has not ended 5 seconds later has its
/// worker process killed. The attempt has then failed.
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TimeoutAttribute : Attribute
{
    /// <summary>Hours, 0 or more. Default 0.</summary>
    public double Hours { get; set; }

    /// <summary>Minutes, 0 or more. Default 0.</summary>
    public double Minutes { get; set; }

    /// <summary>Seconds, 0 or more. Default 0.</summary>
    public double Seconds { get; set; }
}
