using FlowSdk.Generated;
using FlowSdk.Metadata;
using FlowSdk.Serialization;
using FlowSdk.Storage;

namespace FlowSdk.Testing.Steps;

/// <summary>Encodes the artifacts that a flow object has, whether the test has set them or they come from another step's result.</summary>
internal sealed class FlowSnapshot : ArtifactVisitor
{
    private readonly Flow _flow;
    private readonly ArtifactStore _artifacts;
    private readonly List<ArtifactChange> _set = [];
    private int _next;

    private FlowSnapshot(Flow flow, ArtifactStore artifacts) => (_flow, _artifacts) = (flow, artifacts);

    /// <param name="flow">The object, which stays as it is.</param>
    /// <param name="count">The number of the flow's artifacts.</param>
    /// <param name="artifacts">Where their bytes go.</param>
    public static ArtifactTable Take(Flow flow, int count, ArtifactStore artifacts)
    {
        var snapshot = new FlowSnapshot(flow, artifacts);
        flow.Accept(snapshot);
        return ArtifactTable.Empty(count).With(snapshot._set);
    }

    public override void Visit<T>(ref ArtifactCell<T> cell, ArtifactInfo<T> artifact)
    {
        var number = _next++;
        if (cell.State == ArtifactState.Unset)
        {
            return;
        }

        // What was not loaded yet is in the store of another test.
        var value = cell.State == ArtifactState.Referenced ? _flow.Binding!.Load(artifact, cell.Reference!) : cell.Value!;
        using var encoded = ArtifactSerializer.Encode(ArtifactSerializer.CodecOf(artifact), value, _artifacts);
        _set.Add(new(number, _artifacts.Save(artifact.TypeName, encoded)));
    }
}
