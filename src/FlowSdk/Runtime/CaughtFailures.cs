using FlowSdk.Generated;
using FlowSdk.Metadata;
using FlowSdk.Runtime.Scheduling;
using FlowSdk.Serialization;
using FlowSdk.Storage;

namespace FlowSdk.Runtime;

/// <summary>Keeps the failures of tasks that are caught, each in the artifact that its step names.</summary>
internal sealed class CaughtFailures(RunRequest request, ArtifactStore artifacts)
{
    /// <returns>The artifacts of the task, its failure among them.</returns>
    public ArtifactTable Keep(CaughtTask caught)
    {
        var definition = request.Definition;
        var number = request.Steps[caught.Key.Step].CatchArtifact(definition)!.Value;
        var artifact = (ArtifactInfo<StepFailure>)definition.Artifacts[number];
        using var encoded = ArtifactSerializer.Encode(ArtifactSerializer.CodecOf(artifact), caught.Failure, artifacts);
        var before = caught.Artifacts ?? ArtifactTable.Empty(definition.Artifacts.Count);
        return before.With([new(number, artifacts.Save(artifact.TypeName, encoded))]);
    }
}
