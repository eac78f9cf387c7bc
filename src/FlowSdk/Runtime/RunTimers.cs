using FlowSdk.Runtime.Scheduling;

namespace FlowSdk.Runtime;

/// <summary>The scheduler's timers.</summary>
internal sealed class RunTimers(RunQueue queue, TimeProvider time) : IDisposable
{
    private readonly Dictionary<long, ITimer> _timers = [];

    public void Set(long timer, TimeSpan delay) => _timers[timer] = time.CreateTimer(
        static state =>
        {
            var (queue, timer) = ((RunQueue, long))state!;
            queue.Post(new ScheduleEvent.TimerElapsed(timer));
        },
        (queue, timer),
        delay,
        Timeout.InfiniteTimeSpan);

    public void Remove(long timer)
    {
        if (_timers.Remove(timer, out var known))
        {
            known.Dispose();
        }
    }

    public void Dispose()
    {
        foreach (var timer in _timers.Values)
        {
            timer.Dispose();
        }

        _timers.Clear();
    }
}
