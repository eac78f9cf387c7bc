namespace FlowSdk.Tests.Scheduling.Simulation;

/// <summary>What goes wrong in a simulated run.</summary>
internal sealed record FaultPlan
{
    public static FaultPlan None { get; } = new();

    /// <summary>Attempts that fail, in percent; only while another attempt is left or the step catches, unless <see cref="FailForGood"/>.</summary>
    public int Fail { get; init; }

    /// <summary>Workers that die before the step begins, in percent; never three in a row.</summary>
    public int NotStart { get; init; }

    /// <summary>
    /// Attempts that hang, in percent: until their timeout, if the step has one and another attempt is left or it catches, or until the run is canceled, if it will be.
    /// </summary>
    public int Hang { get; init; }

    /// <summary>Events that are reported a second time, at once or later, in percent.</summary>
    public int Duplicate { get; init; }

    /// <summary>Whether the last attempt may fail too.</summary>
    public bool FailForGood { get; init; }

    /// <summary>Flushes of the journal in which the runner dies, in percent; some of what it wrote is then there.</summary>
    public int Die { get; init; }

    /// <summary>When the run is canceled, in seconds of virtual time; null for never.</summary>
    public double? CancelAt { get; init; }
}
