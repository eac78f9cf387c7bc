using FlowSdk.Testing.Steps;

namespace FlowSdk.Testing;

/// <summary>What a step that <see cref="StepTest"/> ran has done, to assert on.</summary>
/// <typeparam name="TFlow">The flow.</typeparam>
public sealed class StepTestResult<TFlow>
    where TFlow : Flow, IFlow<TFlow>
{
    private readonly TakenStep _taken;

    internal StepTestResult(TFlow state, TakenStep taken, IReadOnlyList<string> changed) => (State, _taken, ChangedArtifacts) = (state, taken, changed);

    /// <summary>
    /// The flow after the step, as the next step would see it: all its artifacts, decoded from what was kept, and the parameters. It cannot be changed; it can be an
    /// input of a join, and what another step starts with.
    /// </summary>
    public TFlow State { get; }

    /// <summary>The names of the artifacts that the step has set, or changed in place, to another value than before; in the order of the flow.</summary>
    public IReadOnlyList<string> ChangedArtifacts { get; }

    /// <summary>The shape of the transition that the step took; null at the end.</summary>
    public TransitionKind? Transition => _taken.Kind;

    /// <summary>The steps to which it leads: several for a branch, none at the end.</summary>
    public IReadOnlyList<string> Targets => _taken.Targets;

    /// <summary>The number of branches, items or members of a gang; 1 for a linear transition, 0 at the end.</summary>
    public int Count => _taken.Count;

    /// <summary>The items of a foreach, in order, decoded from what was kept; else none.</summary>
    public IReadOnlyList<object?> Items => _taken.Items;
}
