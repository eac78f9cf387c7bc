using FlowSdk.Generated;

namespace FlowSdk.Tests.Runtime;

/// <summary>A flow whose only step throws, with what the generator would add to it.</summary>
internal sealed class ThrowingByHand : Flow, IFlow<ThrowingByHand>
{
    static FlowDefinition<ThrowingByHand> IFlow<ThrowingByHand>.Definition { get; } = new()
    {
        Name = "ThrowingByHand",
        Constructor = static (_, _) => new(),
        ViewConstructor = static _ => new(),
        Dispatch = static (_, _, _) => throw new InvalidDataException("no data", new AggregateException(new InvalidOperationException("the inner one"))),
        Artifacts = [],
        Parameters = [],
        Steps = [new("Start") { Transitions = [TransitionDefinition.Linear("End")] }, new("End")],
        Sources = static () => [],
    };
}
