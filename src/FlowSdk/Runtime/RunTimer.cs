using FlowSdk.Runtime.Scheduling;

namespace FlowSdk.Runtime;

/// <summary>One of the scheduler's timers. The system's own go up to 49 days; a longer delay is waited for in parts.</summary>
internal sealed class RunTimer : IDisposable
{
    private static readonly TimeSpan MaxPart = TimeSpan.FromDays(40);

    private readonly RunQueue _queue;
    private readonly long _id;
    private readonly ITimer _timer;
    private TimeSpan _rest;

    public RunTimer(RunQueue queue, TimeProvider time, long id, TimeSpan delay)
    {
        (_queue, _id, _rest) = (queue, id, delay);
        // Started only once the field is set: the first part may be over at once.
        _timer = time.CreateTimer(static timer => ((RunTimer)timer!).OnElapsed(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        StartPart();
    }

    public void Dispose() => _timer.Dispose();

    private void OnElapsed()
    {
        if (_rest > TimeSpan.Zero)
        {
            StartPart();
        }
        else
        {
            _queue.Post(new ScheduleEvent.TimerElapsed(_id));
        }
    }

    private void StartPart()
    {
        var part = _rest < MaxPart ? _rest : MaxPart;
        _rest -= part;
        _timer.Change(part, Timeout.InfiniteTimeSpan);
    }
}
