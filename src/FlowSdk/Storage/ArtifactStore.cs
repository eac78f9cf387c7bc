using System.Buffers;
using FlowSdk.Serialization;

namespace FlowSdk.Storage;

/// <summary>Keeps encoded values under the hash of their bytes, and files. May be used from any thread.</summary>
internal sealed class ArtifactStore(IObjectStore store) : IFileStore
{
    private readonly IObjectStore _store = store;

    /// <summary>Hashes a value, without storing it.</summary>
    public ArtifactReference Describe(string typeName, EncodedValue value) => throw new NotImplementedException();

    /// <summary>Stores a value that was described; does nothing for one that is inline.</summary>
    public void Store(ArtifactReference reference, EncodedValue value) => throw new NotImplementedException();

    /// <summary>Describes and stores a value: for large ones quicker than one after the other.</summary>
    public ArtifactReference Save(string typeName, EncodedValue value) => throw new NotImplementedException();

    /// <summary>The bytes of a value, verified by their hash.</summary>
    public ReadOnlySequence<byte> Get(ArtifactReference reference) => throw new NotImplementedException();

    public ContentHash Store(string path) => throw new NotImplementedException();

    public Stream Open(ContentHash manifest, string relativePath) => throw new NotImplementedException();

    public IReadOnlyList<(string RelativePath, long Length)> List(ContentHash manifest) => throw new NotImplementedException();
}
