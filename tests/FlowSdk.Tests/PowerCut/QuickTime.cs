namespace FlowSdk.Tests.PowerCut;

/// <summary>The system's time, with timers that elapse a hundred times sooner: what a run does each second it does all the time.</summary>
internal sealed class QuickTime : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, dueTime / 100, period / 100);
}
