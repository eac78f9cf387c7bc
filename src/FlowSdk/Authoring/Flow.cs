using System.ComponentModel;
using FlowSdk.Generated;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace FlowSdk;

/// <summary>
/// A workflow. Derive a <c>partial</c> class: its <see cref="StepAttribute">steps</see> are the nodes of a graph, its
/// <see cref="ArtifactAttribute">artifacts</see> the data that flow along it, its <see cref="ParameterAttribute">parameters</see>
/// what can be chosen for each run.
/// </summary>
public abstract partial class Flow
{
    // Views are made without running any constructor or initializer, so no field may rely on one.
    internal FlowBinding? Binding { get; set; }

    /// <summary>The task that runs: its run, step, attempt, foreach items and so on.</summary>
    /// <exception cref="FlowException">The object is not running a step.</exception>
    protected FlowContext Context => Binding?.Context ?? throw new FlowException(
        FlowErrors.OutsideTask, $"{GetType().Name}.Context was read outside a step. Read it in a step, or in a method that a step calls.");

    /// <summary>The log of the step that runs; what is logged is kept with the task's output.</summary>
    protected ILogger Logger => Binding?.Logger ?? NullLogger.Instance;

    /// <summary>Shows each artifact to a visitor. Generated; not for use in flows.</summary>
    /// <param name="visitor">What is to be done with each.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual void VisitArtifacts(ArtifactVisitor visitor)
    {
    }

    internal void Accept(ArtifactVisitor visitor) => VisitArtifacts(visitor);
}
