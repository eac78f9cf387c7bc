using System.Threading.Channels;
using FlowSdk.Runtime.Scheduling;

namespace FlowSdk.Runtime;

/// <summary>The one queue of a run: all that happens goes through it, and one loop takes it out.</summary>
internal sealed class RunQueue
{
    private readonly Channel<RunSignal> _signals = Channel.CreateUnbounded<RunSignal>(new() { SingleReader = true });

    public void Post(ScheduleEvent happened) => _signals.Writer.TryWrite(new(happened, null));

    /// <summary>A second has gone by.</summary>
    public void PostTick() => _signals.Writer.TryWrite(default);

    /// <summary>Ends the run with an error: something around it is broken, such as the way in which workers are started.</summary>
    public void PostFault(Exception fault) => _signals.Writer.TryWrite(new(null, fault));

    /// <summary>Something the user should know, that stops nothing.</summary>
    public void PostWarning(string id, string message) => _signals.Writer.TryWrite(new(null, null, (id, message)));

    public ValueTask<bool> WaitAsync() => _signals.Reader.WaitToReadAsync();

    public bool TryTake(out RunSignal signal) => _signals.Reader.TryRead(out signal);
}
