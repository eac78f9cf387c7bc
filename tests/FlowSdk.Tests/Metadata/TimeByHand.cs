namespace FlowSdk.Tests.Metadata;

/// <summary>A clock with timers that stands still until it is moved.</summary>
internal sealed class TimeByHand : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<TimerByHand> _timers = [];
    private DateTimeOffset _now = new(2026, 11, 21, 9, 32, 0, 412, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new TimerByHand(this, () => callback(state));
        timer.Change(dueTime, period);
        lock (_gate)
        {
            _timers.Add(timer);
        }

        return timer;
    }

    /// <summary>Time passes, and no timer elapses: so it is for a process that is stopped.</summary>
    public void Sleep(TimeSpan time)
    {
        lock (_gate)
        {
            _now += time;
        }
    }

    /// <summary>Time passes, and the timers that are due elapse, each once.</summary>
    public void Advance(TimeSpan time)
    {
        Sleep(time);
        TimerByHand[] timers;
        lock (_gate)
        {
            timers = [.. _timers];
        }

        foreach (var timer in timers)
        {
            timer.ElapseIfDue(GetUtcNow());
        }
    }

    private sealed class TimerByHand(TimeByHand time, Action elapse) : ITimer
    {
        private DateTimeOffset? _due;
        private TimeSpan _period;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            (_due, _period) = (dueTime == Timeout.InfiniteTimeSpan ? null : time.GetUtcNow() + dueTime, period);
            return true;
        }

        public void ElapseIfDue(DateTimeOffset now)
        {
            if (_due <= now)
            {
                _due = _period == Timeout.InfiniteTimeSpan ? null : now + _period;
                elapse();
            }
        }

        public void Dispose()
        {
            lock (time._gate)
            {
                time._timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
