using FlowSdk.Generated;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace FlowSdk.Runtime.Execution;

/// <summary>Ties a flow object to the finished task whose state it shows.</summary>
internal sealed class ViewBinding(string stepName, ArtifactLoader loader, PastTask? past = null) : FlowBinding
{
    public override FlowContext Context => throw new FlowException(
        FlowErrors.OutsideTask, $"Context was read on the finished state of step '{stepName}', which runs no task. Read the Context of the flow that runs.");

    public override ILogger Logger => NullLogger.Instance;

    public override string StepName => stepName;

    public override bool IsView => true;

    public override bool IsJoin => false;

    public override T Load<T>(ArtifactInfo<T> artifact, ArtifactReference reference) => loader.Load(artifact, reference, past?.PathSpec);

    public override string? WhyNeverSet(string artifactName) => past is null || past.Knows(artifactName) ? null
        : $"It is read of {past.PathSpec}, whose program had no artifact of that name yet: the run is older than the property.";

    public override bool HasForEach => loader.HasForEach;

    public override IReadOnlyList<string> StepsThatSet(string artifactName) => loader.StepsThatSet(artifactName);
}
