using System.Buffers;
using System.Runtime.CompilerServices;
using FlowSdk.Serialization;

namespace FlowSdk.Storage;

/// <summary>Keeps encoded values under the hash of their bytes. May be used from any thread.</summary>
internal sealed partial class ArtifactStore(IObjectStore store)
{
    private readonly ContentStore _content = new(store);

    /// <summary>Chunk hashes of large values that were described and may be stored next.</summary>
    private readonly ConditionalWeakTable<EncodedValue, ArtifactManifest> _described = [];

    /// <summary>The store that they are kept in.</summary>
    public IObjectStore Objects => store;

    /// <summary>Hashes a value, without storing it.</summary>
    public ArtifactReference Describe(string typeName, EncodedValue value)
    {
        if (value.Bytes.Length <= ArtifactReference.MaxInlineLength)
        {
            return Inline(typeName, value);
        }

        if (value.Bytes.Length <= ArtifactManifest.ChunkLength)
        {
            return Stored(typeName, value, ContentHasher.Hash(value.Bytes));
        }

        var manifest = Chunk(value.Bytes, store: false);
        _described.AddOrUpdate(value, manifest);
        return Stored(typeName, value, ContentHasher.Hash(manifest.Write()));
    }

    /// <summary>Stores a value that was described; does nothing for one that is inline.</summary>
    public void Store(ArtifactReference reference, EncodedValue value)
    {
        if (reference.IsInline)
        {
            return;
        }

        if (value.Bytes.Length <= ArtifactManifest.ChunkLength)
        {
            _content.Put(reference.Hash, value.Bytes);
        }
        else if (_described.TryGetValue(value, out var manifest))
        {
            ChunkLoop.Run(manifest.Chunks.Count, chunk => _content.Put(manifest.Chunks[chunk], ArtifactManifest.Slice(value.Bytes, chunk)));
            _content.Put(reference.Hash, new(manifest.Write()));
        }
        else
        {
            _content.Put(reference.Hash, new(Chunk(value.Bytes, store: true).Write()));
        }
    }

    /// <summary>Describes and stores a value: for large ones quicker than one after the other.</summary>
    public ArtifactReference Save(string typeName, EncodedValue value)
    {
        if (value.Bytes.Length <= ArtifactManifest.ChunkLength)
        {
            var reference = Describe(typeName, value);
            Store(reference, value);
            return reference;
        }

        // The chunks come first: a manifest that can be read has all of them.
        var manifest = Chunk(value.Bytes, store: true).Write();
        var hash = ContentHasher.Hash(manifest);
        _content.Put(hash, new(manifest));
        return Stored(typeName, value, hash);
    }

    /// <summary>The bytes of a value, verified by their hash.</summary>
    /// <exception cref="FlowException">They are missing or damaged.</exception>
    public ReadOnlySequence<byte> Get(ArtifactReference reference)
    {
        if (reference.IsInline)
        {
            return new(reference.Inline);
        }

        if (reference.Length <= ArtifactManifest.ChunkLength)
        {
            return new(_content.Get(reference.Hash, reference.Length, Allocate));
        }

        var manifest = ManifestOf(reference);
        var chunks = new ReadOnlyMemory<byte>[manifest.Chunks.Count];
        ChunkLoop.Run(chunks.Length, chunk =>
            chunks[chunk] = _content.Get(manifest.Chunks[chunk], ArtifactManifest.LengthOf(manifest.Length, chunk), Allocate));
        return ByteSegment.Join(chunks);
    }

    /// <summary>The hashes of the chunks of a value that is over 64 MiB.</summary>
    /// <exception cref="FlowException">The list of them is missing or damaged.</exception>
    public IReadOnlyList<ContentHash> ChunksOf(ArtifactReference reference) => ManifestOf(reference).Chunks;

    private ArtifactManifest ManifestOf(ArtifactReference reference) =>
        ArtifactManifest.Read(_content.Get(reference.Hash, null, Allocate).Span) is { } manifest && manifest.Length == reference.Length
            ? manifest
            : throw new FlowException(
                FlowErrors.ObjectDamaged, $"The object '{ContentObject.KeyOf(reference.Hash)}' in {_content.Location} should list the chunks of a value of {reference.Length} bytes, and does not.");

    private static Memory<byte> Allocate(int length) => GC.AllocateUninitializedArray<byte>(length);

    private static ArtifactReference Inline(string typeName, EncodedValue value) => new()
    {
        TypeName = typeName,
        Length = value.Bytes.Length,
        Inline = value.Bytes.ToArray(),
        Attachments = value.Attachments,
    };

    private static ArtifactReference Stored(string typeName, EncodedValue value, ContentHash hash) => new()
    {
        TypeName = typeName,
        Length = value.Bytes.Length,
        Hash = hash,
        Attachments = value.Attachments,
    };

    private ArtifactManifest Chunk(ReadOnlySequence<byte> content, bool store)
    {
        var chunks = new ContentHash[ArtifactManifest.CountOf(content.Length)];
        ChunkLoop.Run(chunks.Length, number =>
        {
            var chunk = ArtifactManifest.Slice(content, number);
            chunks[number] = ContentHasher.Hash(chunk);
            if (store)
            {
                _content.Put(chunks[number], chunk);
            }
        });
        return new(content.Length, chunks);
    }
}
