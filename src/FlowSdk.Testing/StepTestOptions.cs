using Microsoft.Extensions.Logging;

namespace FlowSdk.Testing;

/// <summary>What a step that <see cref="StepTest"/> runs is called with, besides the flow.</summary>
/// <typeparam name="TFlow">The flow.</typeparam>
public sealed class StepTestOptions<TFlow>
    where TFlow : Flow, IFlow<TFlow>
{
    /// <summary>The item, for a step that a foreach leads to.</summary>
    public object? Item { get; init; }

    /// <summary>
    /// What a join closes: a flow object for each branch or item, in order, with the artifacts that it has at its end. Several branches are told apart as the graph has them, so
    /// that <c>inputs[FitFast]</c> works. For an empty foreach the list is empty, and the flow under test has the artifacts of the splitting step.
    /// </summary>
    public IReadOnlyList<TFlow>? Inputs { get; init; }

    /// <summary>The gang, for a step that is a member of one.</summary>
    public Gang? Gang { get; init; }

    /// <summary>The attempt, from 0.</summary>
    public int Attempt { get; init; }

    /// <summary>The tags of the run.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>What the step may ask for. The default is nothing.</summary>
    public IServiceProvider? Services { get; init; }

    /// <summary>Where the step logs to. The default is the console.</summary>
    public ILoggerFactory? Logging { get; init; }
}
