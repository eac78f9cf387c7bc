namespace FlowSdk.Runtime.Scheduling;

/// <summary>What runs. Starts units, tells them to end, and knows whether an event still concerns something that runs.</summary>
internal sealed class RunningTasks(SchedulerOptions options, ScheduleTimers timers)
{
    private readonly Dictionary<long, ScheduledTask> _tasks = [];
    private long _lastGangId;

    public bool Any => _tasks.Count > 0;

    public void Start(TaskUnit unit, IScheduleActions actions)
    {
        var limits = options.Steps[unit.Step];
        var gangId = unit.IsGang ? ++_lastGangId : 0;
        unit.Running = unit.Members.Length;
        for (var i = 0; i < unit.Members.Length; i++)
        {
            var member = unit.Members[i];
            member.IsRunning = true;
            _tasks.Add(member.Id, member);
            var gang = unit.IsGang ? new GangStart(gangId, i, unit.Members.Length) : null;
            actions.Start(member.Start(unit.Attempt, gang, options.WithoutGpu ? 0 : limits.Gpu, limits));
        }
    }

    /// <summary>An attempt has left the queue for a worker: its time starts with its first member.</summary>
    public void Begun(TaskUnit unit, IScheduleActions actions)
    {
        if (unit is { Timer: 0, Outcome: UnitOutcome.Succeeds } && options.Steps[unit.Step].Timeout is { } timeout)
        {
            unit.Timer = timers.Set(TimerKind.Timeout, unit, timeout, actions);
        }
    }

    /// <summary>Finds what an event is about.</summary>
    /// <returns>Null if that attempt is over.</returns>
    public ScheduledTask? Find(long taskId, int attempt) =>
        _tasks.TryGetValue(taskId, out var task) && task.Unit.Attempt == attempt ? task : null;

    /// <summary>A task runs no more.</summary>
    public void Remove(ScheduledTask task)
    {
        task.IsRunning = false;
        task.Unit.Running--;
        _tasks.Remove(task.Id);
    }

    public static void Kill(TaskUnit unit, IScheduleActions actions)
    {
        foreach (var member in unit.Members)
        {
            if (member.IsRunning)
            {
                actions.Kill(member.Id, unit.Attempt);
            }
        }
    }

    /// <summary>An attempt has run for as long as it may: its tokens are canceled, and after a grace it is killed.</summary>
    public void TimeOut(TaskUnit unit, IScheduleActions actions)
    {
        unit.HasTimedOut = true;
        unit.Timer = timers.Set(TimerKind.TimeoutGrace, unit, options.TimeoutGrace, actions);
        foreach (var member in unit.Members)
        {
            if (member.IsRunning)
            {
                actions.Cancel(member.Id, unit.Attempt);
            }
        }
    }

    public void CancelAll(IScheduleActions actions)
    {
        foreach (var task in _tasks.Values)
        {
            task.Unit.IsToldToStop = true;
            actions.Cancel(task.Id, task.Unit.Attempt);
        }
    }

    public void KillAll(IScheduleActions actions)
    {
        foreach (var task in _tasks.Values)
        {
            task.Unit.IsToldToStop = true;
            actions.Kill(task.Id, task.Unit.Attempt);
        }
    }
}
