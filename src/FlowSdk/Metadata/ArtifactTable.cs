namespace FlowSdk.Metadata;

/// <summary>The artifacts of a finished task, resolved: a reference for each that is set, by number.</summary>
/// <remarks>Never changed once made, so tasks share it.</remarks>
internal sealed class ArtifactTable(ArtifactReference?[] references)
{
    public static ArtifactTable Empty(int count) => new(new ArtifactReference?[count]);

    public ArtifactReference? this[int artifact] => references[artifact];

    public int Count => references.Length;
}
