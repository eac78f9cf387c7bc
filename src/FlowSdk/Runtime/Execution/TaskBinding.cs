using FlowSdk.Generated;
using Microsoft.Extensions.Logging;

namespace FlowSdk.Runtime.Execution;

/// <summary>Ties a flow object to the attempt that it runs.</summary>
internal sealed class TaskBinding(TaskContext context, ILogger logger, bool isJoin, ArtifactLoader loader) : FlowBinding
{
    public override FlowContext Context => context;

    public override ILogger Logger => logger;

    public override string StepName => context.StepName;

    public override bool IsView => false;

    public override bool IsJoin => isJoin;

    public override T Load<T>(ArtifactInfo<T> artifact, ArtifactReference reference) => loader.Load(artifact, reference);

    public override bool HasForEach => loader.HasForEach;

    public override IReadOnlyList<string> StepsThatSet(string artifactName) => loader.StepsThatSet(artifactName);
}
