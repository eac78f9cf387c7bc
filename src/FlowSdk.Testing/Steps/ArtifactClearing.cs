using FlowSdk.Generated;

namespace FlowSdk.Testing.Steps;

/// <summary>Makes a flow object one that has no artifacts, as every task's is at first.</summary>
internal sealed class ArtifactClearing : ArtifactVisitor
{
    public static ArtifactClearing Instance { get; } = new();

    public override void Visit<T>(ref ArtifactCell<T> cell, ArtifactInfo<T> artifact) => cell = default;
}
