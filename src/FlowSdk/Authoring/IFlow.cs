using FlowSdk.Generated;

namespace FlowSdk;

/// <summary>What the source generator adds to a concrete flow: its definition, found without reflection.</summary>
/// <typeparam name="TSelf">The flow itself.</typeparam>
public interface IFlow<TSelf>
    where TSelf : Flow, IFlow<TSelf>
{
    /// <summary>The flow's graph, artifacts and parameters, and the code to run it.</summary>
    static abstract FlowDefinition<TSelf> Definition { get; }
}
