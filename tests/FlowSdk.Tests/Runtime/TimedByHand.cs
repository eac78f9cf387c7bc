using FlowSdk.Generated;

namespace FlowSdk.Tests.Runtime;

/// <summary>A flow whose first step never ends, and does not listen, in its first attempt; with what the generator would add to it.</summary>
internal sealed class TimedByHand : Flow, IFlow<TimedByHand>
{
    static FlowDefinition<TimedByHand> IFlow<TimedByHand>.Definition { get; } = Create(retries: 0, seconds: 0.01);

    /// <summary>The same with retries, and a timeout in seconds.</summary>
    public static FlowDefinition<TimedByHand> Create(int retries, double seconds) => new()
    {
        Name = "TimedByHand",
        Constructor = static (_, _) => new(),
        ViewConstructor = static _ => new(),
        Dispatch = static async (flow, step, _) =>
        {
            if (step == 1)
            {
                return null;
            }

            if (flow.Context.Attempt == 0)
            {
                await Task.Delay(Timeout.Infinite);
            }

            return To(flow.End);
        },
        Artifacts = [],
        Parameters = [],
        Steps =
        [
            new("Start")
            {
                Transitions = [TransitionDefinition.Linear("End")],
                Timeout = new() { Seconds = seconds },
                Retry = new() { Times = retries, DelaySeconds = 0 },
            },
            new("End"),
        ],
        Sources = static () => [],
    };

    private void End()
    {
    }
}
