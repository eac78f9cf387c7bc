using System.Diagnostics.CodeAnalysis;

namespace FlowSdk.Runtime.Scheduling;

/// <summary>The timers that are set, by number.</summary>
internal sealed class ScheduleTimers
{
    private readonly Dictionary<long, ScheduleTimer> _timers = [];
    private long _last;

    /// <summary>How many units wait for their next attempt.</summary>
    public int Retries { get; private set; }

    public long Set(TimerKind kind, TaskUnit? unit, TimeSpan delay, IScheduleActions actions)
    {
        _timers.Add(++_last, new ScheduleTimer(kind, unit));
        Retries += kind is TimerKind.Retry ? 1 : 0;
        actions.SetTimer(_last, delay);
        return _last;
    }

    /// <summary>Takes a timer that has elapsed; false if it was canceled before.</summary>
    public bool TryTake(long timer, [MaybeNullWhen(false)] out ScheduleTimer taken)
    {
        if (!_timers.Remove(timer, out taken))
        {
            return false;
        }

        Retries -= taken.Kind is TimerKind.Retry ? 1 : 0;
        return true;
    }

    public void Cancel(long timer, IScheduleActions actions)
    {
        if (TryTake(timer, out _))
        {
            actions.CancelTimer(timer);
        }
    }

    /// <summary>Cancels all retries.</summary>
    /// <returns>The units that waited for them.</returns>
    public IReadOnlyList<TaskUnit> CancelRetries(IScheduleActions actions)
    {
        var retries = _timers.Where(t => t.Value.Kind is TimerKind.Retry).ToList();
        foreach (var (timer, _) in retries)
        {
            Cancel(timer, actions);
        }

        return [.. retries.Select(t => t.Value.Unit!)];
    }

    /// <summary>Cancels all that is left.</summary>
    public void Clear(IScheduleActions actions)
    {
        foreach (var timer in _timers.Keys)
        {
            actions.CancelTimer(timer);
        }

        _timers.Clear();
    }
}
