namespace FlowSdk.CommandLine;

/// <summary>How far a step has come.</summary>
internal sealed class StepProgress(string name)
{
    public string Name { get; } = name;

    /// <summary>All tasks known to be wanted: done, running and waiting.</summary>
    public long Due { get; set; }

    public long Running { get; set; }

    public long Succeeded { get; set; }

    /// <summary>How many of those that succeeded were taken over from another run.</summary>
    public long Reused { get; set; }

    public long Failed { get; set; }

    /// <summary>When the first task started, since the start of the run; null before.</summary>
    public TimeSpan? StartedAt { get; set; }

    /// <summary>When a task last ended, since the start of the run.</summary>
    public TimeSpan EndedAt { get; set; }
}
