using FlowSdk.Generated;
using Microsoft.Extensions.Logging;

namespace FlowSdk;

/// <summary>What ties a flow object to the task that it runs, or is a view of.</summary>
internal abstract class FlowBinding
{
    public abstract FlowContext Context { get; }

    public abstract ILogger Logger { get; }

    /// <summary>The step that runs, or whose state this is a view of.</summary>
    public abstract string StepName { get; }

    /// <summary>Whether the object only shows the state of a finished task: nothing can be set in it.</summary>
    public abstract bool IsView { get; }

    /// <summary>Whether the step that runs is a join.</summary>
    public abstract bool IsJoin { get; }

    /// <summary>Reads and decodes an artifact.</summary>
    public abstract T Load<T>(ArtifactInfo<T> artifact, ArtifactReference reference);

    /// <summary>Why no step can have set an artifact, whatever the flow says today; null if one can.</summary>
    public virtual string? WhyNeverSet(string artifactName) => null;

    /// <summary>Whether the flow has a foreach, which may have had no items.</summary>
    public abstract bool HasForEach { get; }

    /// <summary>The names of the steps that set an artifact, for messages.</summary>
    public abstract IReadOnlyList<string> StepsThatSet(string artifactName);
}
