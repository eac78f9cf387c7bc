using System.ComponentModel;

namespace FlowSdk.Generated;

/// <summary>What a step is called with. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class StepCall
{
    private protected StepCall()
    {
    }

    /// <summary>Canceled when the attempt is to stop.</summary>
    public abstract CancellationToken Cancellation { get; }

    /// <summary>The member's gang.</summary>
    public abstract Gang Gang { get; }

    /// <summary>The item of the innermost foreach.</summary>
    /// <typeparam name="T">The type of the step's parameter.</typeparam>
    /// <returns>The item.</returns>
    public abstract T Item<T>();

    /// <summary>What a join closes.</summary>
    /// <typeparam name="TFlow">The type argument of the step's parameter.</typeparam>
    /// <returns>The inputs, in order.</returns>
    public abstract Inputs<TFlow> Inputs<TFlow>()
        where TFlow : Flow;

    /// <summary>A service of the host.</summary>
    /// <typeparam name="T">The service's type.</typeparam>
    /// <returns>The service.</returns>
    /// <exception cref="InvalidOperationException">It is not registered.</exception>
    public abstract T Service<T>()
        where T : notnull;
}
