using System.Collections;
using System.Runtime.CompilerServices;

namespace FlowSdk;

/// <summary>The finished branches, or items, that a join closes: a read-only view of the flow's state at the end of each, in order.</summary>
/// <typeparam name="TFlow">The flow, or a base of it.</typeparam>
public sealed class Inputs<TFlow> : IReadOnlyList<TFlow>
    where TFlow : Flow
{
    private readonly TFlow[] _views;
    private readonly string[] _firstSteps;
    private readonly TFlow? _split;

    /// <param name="views">The state at the end of each branch or item, in order.</param>
    /// <param name="firstSteps">The step with which each branch began; empty for a foreach or gang.</param>
    /// <param name="split">The state of the splitting task, for an empty foreach.</param>
    internal Inputs(TFlow[] views, string[] firstSteps, TFlow? split) => (_views, _firstSteps, _split) = (views, firstSteps, split);

    /// <summary>The number of branches or items.</summary>
    public int Count => _views.Length;

    /// <summary>The state at the end of one branch or item.</summary>
    /// <param name="index">The place in branch or item order, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such branch or item.</exception>
    public TFlow this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, _views.Length);
            return _views[index];
        }
    }

    /// <summary>The state at the end of the branch that begins with a step.</summary>
    /// <param name="firstStep">The first step of the branch, as a method group: <c>inputs[FitFast]</c>.</param>
    /// <param name="firstStepName">Filled in by the compiler.</param>
    /// <exception cref="FlowException">No branch of this join begins with that step.</exception>
    public TFlow this[Delegate firstStep, [CallerArgumentExpression(nameof(firstStep))] string firstStepName = ""]
    {
        get
        {
            var name = StepNames.FromExpression(firstStepName);
            var index = Array.IndexOf(_firstSteps, name);
            return index >= 0 ? _views[index] : throw new FlowException(
                FlowErrors.UnknownInput,
                _firstSteps.Length == 0
                    ? $"inputs[{name}] needs a join of branches, but this one closes a foreach. Index the inputs by number."
                    : $"No branch of this join begins with '{name}'. Its branches begin with {string.Join(", ", _firstSteps)}.");
        }
    }

    internal IReadOnlyList<Flow> MergeSources => _views.Length == 0 && _split is not null ? [_split] : _views;

    /// <inheritdoc/>
    public IEnumerator<TFlow> GetEnumerator() => ((IEnumerable<TFlow>)_views).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _views.GetEnumerator();
}
