using FlowSdk.Generated;

namespace FlowSdk.Tests.Runtime;

/// <summary>A flow whose only step waits until its token is canceled, or for ever, with what the generator would add to it.</summary>
internal sealed class WaitingByHand : Flow, IFlow<WaitingByHand>
{
    static FlowDefinition<WaitingByHand> IFlow<WaitingByHand>.Definition { get; } = new()
    {
        Name = "WaitingByHand",
        Constructor = static (_, parameters) => new() { IsDeaf = parameters.TryGet<bool>("IsDeaf", out var isDeaf) && isDeaf },
        ViewConstructor = static _ => new(),
        Dispatch = static async (flow, _, call) =>
        {
            Console.WriteLine("waiting");
            await Task.Delay(Timeout.Infinite, flow.IsDeaf ? CancellationToken.None : call.Cancellation);
            return null;
        },
        Artifacts = [],
        Parameters =
        [
            new ParameterDefinition<bool>("IsDeaf", "bool") { Option = "is-deaf", Get = static flow => ((WaitingByHand)flow).IsDeaf, Reader = ParameterText.Boolean() },
        ],
        Steps = [new("Start") { Transitions = [TransitionDefinition.Linear("End")] }, new("End")],
        Sources = static () => [],
    };

    public bool IsDeaf { get; init; }
}
