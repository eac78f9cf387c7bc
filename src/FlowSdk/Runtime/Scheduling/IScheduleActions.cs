using FlowSdk.Metadata;

namespace FlowSdk.Runtime.Scheduling;

/// <summary>
/// What the scheduler wants done. It only says so: the caller first appends all that one batch of events committed to the
/// journal, and then starts what is to be started, so that no task runs before its inputs are kept.
/// </summary>
internal interface IScheduleActions
{
    /// <summary>Commits a finished task.</summary>
    /// <returns>Where its record will stand; known at once, since records are appended in order.</returns>
    RecordPosition Commit(TaskCommit commit);

    /// <summary>A task has come due that was taken over from another run: it counts as succeeded, and is not started.</summary>
    void Reuse(int step, long taskId);

    /// <summary>Records a failed attempt.</summary>
    void RecordFailure(AttemptFailure failure);

    /// <summary>Keeps the failure of a task that is caught in an artifact; its commit follows.</summary>
    /// <returns>What the task is committed with.</returns>
    TaskOutput Catch(CaughtTask caught);

    /// <summary>Starts an attempt; its end is reported by an event.</summary>
    void Start(TaskStart start);

    /// <summary>Cancels the token of a running attempt; its end is still reported by an event.</summary>
    void Cancel(long taskId, int attempt);

    /// <summary>Kills a running attempt's process, or abandons its thread; its end is still reported by an event. May be said more than once.</summary>
    void Kill(long taskId, int attempt);

    /// <summary>Reports <see cref="ScheduleEvent.TimerElapsed"/> after a delay.</summary>
    void SetTimer(long timer, TimeSpan delay);

    /// <summary>A timer is of no more use: it need not be reported, and should not be kept.</summary>
    void CancelTimer(long timer);

    /// <summary>Tasks of a step are due: all their parents are committed. A foreach adds all its items at once.</summary>
    void Due(int step, long count);

    /// <summary>The run is over: nothing is running, nothing will start.</summary>
    void End(RunEnd end);
}
