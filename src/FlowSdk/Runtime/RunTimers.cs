namespace FlowSdk.Runtime;

/// <summary>The scheduler's timers.</summary>
internal sealed class RunTimers(RunQueue queue, TimeProvider time) : IDisposable
{
    private readonly Dictionary<long, RunTimer> _timers = [];

    public void Set(long timer, TimeSpan delay) => _timers[timer] = new(queue, time, timer, delay);

    /// <summary>Forgets a timer that has elapsed, or is of no more use.</summary>
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
