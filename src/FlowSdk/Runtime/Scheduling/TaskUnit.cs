namespace FlowSdk.Runtime.Scheduling;

/// <summary>
/// What is admitted, tried again and ended as one: a task, or all members of a gang. An attempt belongs to the whole; it is
/// over when no member runs any more, and only then is anything committed.
/// </summary>
internal sealed class TaskUnit
{
    public TaskUnit(int step, ResourceNeed need, bool isGang, ScheduledTask[] members)
    {
        (Step, Need, IsGang, Members) = (step, need, isGang, members);
        foreach (var member in members)
        {
            member.Unit = this;
        }
    }

    public int Step { get; }

    public ResourceNeed Need { get; }

    public bool IsGang { get; }

    public ScheduledTask[] Members { get; }

    public int Attempt { get; private set; }

    /// <summary>How many members still run.</summary>
    public int Running { get; set; }

    /// <summary>What the present attempt comes to, as far as is known.</summary>
    public UnitOutcome Outcome { get; set; }

    /// <summary>Why the present attempt failed; null if it did not.</summary>
    public StepFailure? Failure { get; set; }

    /// <summary>How long until the next attempt when the outcome is a retry.</summary>
    public TimeSpan RetryDelay { get; set; }

    /// <summary>How often in a row the present attempt could not begin.</summary>
    public int FailedLaunches { get; set; }

    /// <summary>The timer that limits the present attempt; 0 if none.</summary>
    public long Timer { get; set; }

    public bool HasTimedOut { get; set; }

    /// <summary>Whether the run has told the present attempt to stop.</summary>
    public bool IsToldToStop { get; set; }

    public void NextAttempt()
    {
        Attempt++;
        FailedLaunches = 0;
    }

    public void Reset()
    {
        (Outcome, Failure, HasTimedOut, Timer) = (UnitOutcome.Succeeds, null, false, 0);
        foreach (var member in Members)
        {
            (member.Output, member.Edge, member.Kept, member.Detail) = (null, null, null, null);
        }
    }
}
