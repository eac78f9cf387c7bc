using FlowSdk.Metadata;

namespace FlowSdk.Runtime.Scheduling;

/// <summary>Something that happened, for the scheduler to decide what follows.</summary>
internal abstract record ScheduleEvent
{
    private ScheduleEvent()
    {
    }

    /// <summary>The run begins.</summary>
    public sealed record Begin : ScheduleEvent;

    /// <summary>A worker has taken an attempt on: from now on its timeout counts. Only told of attempts that have one.</summary>
    public sealed record Begun(long TaskId, int Attempt) : ScheduleEvent;

    /// <summary>An attempt ended well.</summary>
    public sealed record Succeeded(long TaskId, int Attempt, TaskOutput Output) : ScheduleEvent;

    /// <summary>An attempt failed.</summary>
    /// <param name="TaskId">The task.</param>
    /// <param name="Attempt">The attempt.</param>
    /// <param name="Failure">Why.</param>
    /// <param name="MayRetry">False for mistakes in the use of the SDK, and for exceptions that <c>Except</c> names.</param>
    /// <param name="Detail">For whoever records the failure; the scheduler does not look at it.</param>
    /// <param name="Kept">The artifacts with what the attempt had set, should it be caught; null if they are those it started with.</param>
    public sealed record Failed(long TaskId, int Attempt, StepFailure Failure, bool MayRetry, object? Detail, ArtifactTable? Kept = null) : ScheduleEvent;

    /// <summary>An attempt could not begin: its worker died before user code started. It costs no attempt, save three times in a row.</summary>
    public sealed record NotStarted(long TaskId, int Attempt, StepFailure Reason) : ScheduleEvent;

    /// <summary>A timer that the scheduler set has elapsed.</summary>
    public sealed record TimerElapsed(long Timer) : ScheduleEvent;

    /// <summary>The user wants the run to stop in order.</summary>
    public sealed record CancelRequested : ScheduleEvent;

    /// <summary>The user wants the run to stop now.</summary>
    public sealed record KillRequested : ScheduleEvent;
}
