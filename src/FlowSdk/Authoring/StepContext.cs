using Microsoft.Extensions.Logging;

namespace FlowSdk;

/// <summary>What a filter knows of the attempt that it surrounds, and how it says where the flow goes on.</summary>
public abstract class StepContext
{
    private protected StepContext()
    {
    }

    /// <summary>The flow object that runs the step. Cast it to read and set its artifacts: what is set before the step, the step sees.</summary>
    public abstract Flow Flow { get; }

    /// <summary>The task: its run, item, tags and so on.</summary>
    public abstract FlowContext Context { get; }

    /// <summary>The name of the step.</summary>
    public abstract string StepName { get; }

    /// <summary>The attempt at the task, from 0.</summary>
    public abstract int Attempt { get; }

    /// <summary>The step's log; what is logged is kept with the task's output.</summary>
    public abstract ILogger Logger { get; }

    /// <summary>The services of the host, in a scope of this attempt.</summary>
    public abstract IServiceProvider Services { get; }

    /// <summary>Canceled when the attempt is to stop.</summary>
    public abstract CancellationToken Cancellation { get; }

    /// <summary>The targets of each transition that the step can take, in the order of the source; none for the end.</summary>
    public abstract IReadOnlyList<IReadOnlyList<string>> Transitions { get; }

    /// <summary>Goes on with a step, or with all of several in parallel, as the step's own <c>To</c> would.</summary>
    /// <param name="steps">Their names, in the order in which the step names them. Use <c>nameof</c>.</param>
    /// <returns>The transition, for the filter to return.</returns>
    /// <exception cref="ArgumentException">None is named.</exception>
    public abstract Next To(params string[] steps);

    /// <summary>Goes on with one task of a step for each item, as the step's own <c>ForEach</c> would.</summary>
    /// <typeparam name="T">The items' type, that of the step's own items.</typeparam>
    /// <param name="items">The items; enumerated once.</param>
    /// <param name="step">The name of the step. Use <c>nameof</c>.</param>
    /// <returns>The transition, for the filter to return.</returns>
    public abstract Next ForEach<T>(IEnumerable<T> items, string step);

    /// <summary>Goes on with a gang, as the step's own <c>InParallel</c> would.</summary>
    /// <param name="count">The number of tasks, 1 or more.</param>
    /// <param name="step">The name of the step. Use <c>nameof</c>.</param>
    /// <returns>The transition, for the filter to return.</returns>
    /// <exception cref="FlowException"><paramref name="count"/> is less than 1.</exception>
    public abstract Next InParallel(int count, string step);
}
