using FlowSdk.Metadata;

namespace FlowSdk.Runtime.Scheduling;

/// <summary>
/// Decides what the end of a task's attempt means for its unit and, once nothing of the unit runs any more, does what follows.
/// The first thing to go wrong in a gang decides for all of it; the other members are killed and end as canceled.
/// </summary>
internal sealed class AttemptEnds(
    SchedulerOptions options,
    RunningTasks running,
    ScheduleTimers timers,
    ResourceLedger ledger,
    Successors successors,
    RunTally tally,
    RetryPolicy retries)
{
    /// <summary>An attempt that could not begin this often in a row has failed.</summary>
    public const int MaxFailedLaunches = 3;

    public void Succeeded(ScheduledTask task, TaskOutput output, IScheduleActions actions)
    {
        task.Output = output;
        Ended(task, actions);
    }

    public void Failed(ScheduledTask task, StepFailure failure, bool mayRetry, object? detail, ArtifactTable? kept, IScheduleActions actions)
    {
        var unit = task.Unit;
        (task.Detail, task.Kept) = (detail, kept);
        if (unit.Outcome is UnitOutcome.Succeeds)
        {
            unit.Outcome = Decide(unit, mayRetry);
            unit.Failure = AsItIs(unit, failure);
            Record(task, unit.Failure, detail, actions);
            Count(unit);

            // Members of a gang that has timed out have all been told, and have their grace.
            if (!unit.HasTimedOut)
            {
                StopOthers(task, actions);
            }
        }
        else if (unit.Outcome is not UnitOutcome.StartsAgain)
        {
            Record(task, failure with { Kind = FailureKind.Canceled }, detail, actions);
        }

        Ended(task, actions);
    }

    public void NotStarted(ScheduledTask task, StepFailure reason, IScheduleActions actions)
    {
        var unit = task.Unit;
        if (unit.Outcome is UnitOutcome.Succeeds && !unit.IsToldToStop && ++unit.FailedLaunches == MaxFailedLaunches)
        {
            Failed(task, KeepsDying(reason), mayRetry: true, detail: null, kept: null, actions);
            return;
        }

        if (unit.Outcome is UnitOutcome.Succeeds)
        {
            unit.Outcome = unit.IsToldToStop ? UnitOutcome.Canceled : UnitOutcome.StartsAgain;
            Count(unit);
            StopOthers(task, actions);
        }

        Ended(task, actions);
    }

    private static StepFailure KeepsDying(StepFailure reason) => reason with
    {
        Message = $"{FlowErrors.WorkersKeepDying}: {MaxFailedLaunches} workers in a row ended before the step began. The last one: {reason.Message}",
    };

    private static void StopOthers(ScheduledTask task, IScheduleActions actions)
    {
        foreach (var member in task.Unit.Members)
        {
            if (member.IsRunning && member != task)
            {
                actions.Kill(member.Id, task.Unit.Attempt);
            }
        }
    }

    private static void Record(ScheduledTask task, StepFailure failure, object? detail, IScheduleActions actions)
    {
        var unit = task.Unit;
        actions.RecordFailure(new AttemptFailure(
            task.Id,
            task.Key,
            unit.Attempt,
            failure,
            IsFinal: unit.Outcome is not (UnitOutcome.Retries or UnitOutcome.Caught),
            unit.Outcome is UnitOutcome.Retries ? unit.RetryDelay : null,
            detail)
        {
            IsCaught = unit.Outcome is UnitOutcome.Caught,
        });
    }

    private UnitOutcome Decide(TaskUnit unit, bool mayRetry)
    {
        if (unit.IsToldToStop && !unit.HasTimedOut)
        {
            return UnitOutcome.Canceled;
        }

        var limits = options.Steps[unit.Step];
        mayRetry = unit.HasTimedOut ? limits.RetriesTimeouts : mayRetry;
        if (!mayRetry || unit.Attempt >= limits.RetryTimes)
        {
            return limits.CatchArtifact is null ? UnitOutcome.Fails : UnitOutcome.Caught;
        }

        // What may be tried again is neither tried nor caught when the run stops: its resume does both.
        if (!successors.IsOpen)
        {
            return UnitOutcome.Fails;
        }

        unit.RetryDelay = retries.Delay(limits, unit.Attempt);
        return UnitOutcome.Retries;
    }

    private StepFailure AsItIs(TaskUnit unit, StepFailure failure) => unit switch
    {
        { HasTimedOut: true } => failure with
        {
            Kind = FailureKind.Timeout,
            Type = typeof(TimeoutException).FullName!,
            Message = $"The step ran for longer than its timeout of {options.Steps[unit.Step].Timeout:g}.",
        },
        { IsToldToStop: true } => failure with { Kind = FailureKind.Canceled },
        _ => failure,
    };

    private void Count(TaskUnit unit)
    {
        if (unit.Outcome is UnitOutcome.Fails)
        {
            tally.Failed(unit.Step);
            tally.Canceled(unit.Step, unit.Members.Length - 1);
        }
        else if (unit.Outcome is UnitOutcome.Canceled)
        {
            tally.Canceled(unit.Step, unit.Members.Length);
        }
    }

    private void Ended(ScheduledTask task, IScheduleActions actions)
    {
        running.Remove(task);
        var unit = task.Unit;
        if (unit.Running > 0)
        {
            return;
        }

        ledger.Release(unit);
        timers.Cancel(unit.Timer, actions);
        if (unit.Outcome is UnitOutcome.Succeeds or UnitOutcome.Caught)
        {
            CommitAll(unit, actions);
        }
        else
        {
            DiscardOutputs(unit, actions);
            GoOn(unit, actions);
        }
    }

    private void CommitAll(TaskUnit unit, IScheduleActions actions)
    {
        foreach (var member in unit.Members)
        {
            if (unit.Outcome is UnitOutcome.Caught)
            {
                successors.Catch(member, unit.Failure!, actions);
            }
            else
            {
                successors.Commit(member, member.Output!, actions);
            }
        }
    }

    private static void DiscardOutputs(TaskUnit unit, IScheduleActions actions)
    {
        foreach (var member in unit.Members)
        {
            if (member.Output is { } output && unit.Outcome is not UnitOutcome.StartsAgain)
            {
                Record(
                    member,
                    new StepFailure(FailureKind.Canceled, "", "Another member of the gang failed, and a gang succeeds as a whole or not at all.", ""),
                    output.Detail,
                    actions);
            }
        }
    }

    private void GoOn(TaskUnit unit, IScheduleActions actions)
    {
        var outcome = unit.Outcome;
        unit.Reset();
        switch (outcome)
        {
            case UnitOutcome.StartsAgain:
                successors.Again(unit);
                break;
            case UnitOutcome.Retries:
                unit.NextAttempt();
                Retry(unit, actions);
                break;
            default:
                unit.Members[0].Place.Split?.Lose();
                break;
        }
    }

    private void Retry(TaskUnit unit, IScheduleActions actions)
    {
        if (unit.RetryDelay > TimeSpan.Zero && successors.IsOpen)
        {
            timers.Set(TimerKind.Retry, unit, unit.RetryDelay, actions);
        }
        else
        {
            successors.Again(unit);
        }
    }
}
