using FlowSdk.Generated;
using FlowSdk.Metadata;
using FlowSdk.Serialization;
using FlowSdk.Storage;

namespace FlowSdk.Runtime.Execution;

/// <summary>Keeps what a step has left in its flow object, and says what differs from what the step started with.</summary>
internal sealed class ArtifactCollection(ArtifactTable? before, ArtifactStore artifacts) : ArtifactVisitor
{
    private List<ArtifactChange>? _changes;
    private int _next;

    public IReadOnlyList<ArtifactChange> Changes => _changes ?? (IReadOnlyList<ArtifactChange>)[];

    public override void Visit<T>(ref ArtifactCell<T> cell, ArtifactInfo<T> artifact)
    {
        var number = _next++;
        var reference = cell.State switch
        {
            ArtifactState.Unset => null,
            ArtifactState.Referenced => cell.Reference,
            ArtifactState.Loaded => AfterLoad(ref cell, artifact),
            _ => Keep(ref cell, artifact, ArtifactSerializer.CodecOf(artifact)),
        };
        if (!ReferenceEquals(reference, before?[number]))
        {
            (_changes ??= []).Add(new(number, reference));
        }
    }

    private ArtifactReference? AfterLoad<T>(ref ArtifactCell<T> cell, ArtifactInfo<T> artifact)
    {
        if (artifact.IsReadOnly)
        {
            return cell.Reference;
        }

        var codec = ArtifactSerializer.CodecOf(artifact);
        return codec.IsImmutable ? cell.Reference : Keep(ref cell, artifact, codec);
    }

    private ArtifactReference Keep<T>(ref ArtifactCell<T> cell, ArtifactInfo<T> artifact, Codec<T> codec)
    {
        using var encoded = ArtifactSerializer.Encode(codec, cell.Value!, artifacts);
        if (cell.Reference is not { } old)
        {
            return artifacts.Save(artifact.TypeName, encoded);
        }

        var reference = artifacts.Describe(artifact.TypeName, encoded);
        if (old.SameContent(reference))
        {
            return old;
        }

        artifacts.Store(reference, encoded);
        return reference;
    }
}
