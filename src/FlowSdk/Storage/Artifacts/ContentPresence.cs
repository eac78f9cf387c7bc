using System.Collections.Concurrent;

namespace FlowSdk.Storage;

/// <summary>Tells whether what references stand for is in the store, whole as far as lengths tell. Nothing is read but headers and lists of chunks; each object is looked at once.</summary>
/// <param name="store">The store.</param>
/// <param name="keep">Whether what is there gets a new time stamp, as if it had just been stored: whoever is going to refer to it from another run must say so before garbage is collected.</param>
internal sealed class ContentPresence(IObjectStore store, bool keep)
{
    private const int ObjectsAtATime = 16;

    private readonly ContentStore _content = new(store);
    private readonly ConcurrentDictionary<(ContentHash Hash, long Length), string> _looked = [];

    /// <summary>Looks at what references stand for, several at a time.</summary>
    public Task LookAsync(IEnumerable<ArtifactReference> references, CancellationToken cancellation) => Parallel.ForEachAsync(
        references.SelectMany(Objects).Distinct().Where(o => !_looked.ContainsKey(o)),
        new ParallelOptions { MaxDegreeOfParallelism = ObjectsAtATime, CancellationToken = cancellation },
        async (o, stop) => _looked[o] = await LookAsync(o.Hash, o.Length, stop));

    /// <summary>The key of the first object that is missing or damaged of those that a reference needs; null if there is none. It must have been looked at.</summary>
    public string? FindUnusable(ArtifactReference reference) =>
        Objects(reference).Select(o => _looked[o]).FirstOrDefault(key => key.Length > 0);

    // A list of files has no length of its own in the reference.
    private static IEnumerable<(ContentHash Hash, long Length)> Objects(ArtifactReference reference)
    {
        var attached = reference.Attachments.Select(hash => (hash, -1L));
        return reference.IsInline ? attached : attached.Prepend((reference.Hash, reference.Length));
    }

    // Empty if all is well.
    private async ValueTask<string> LookAsync(ContentHash hash, long length, CancellationToken cancellation)
    {
        if (length is >= 0 and <= ArtifactManifest.ChunkLength)
        {
            return await LookAtObjectAsync(hash, length, cancellation);
        }

        var own = await LookAtObjectAsync(hash, null, cancellation);
        return own.Length > 0 ? own : await LookAtChunksAsync(hash, length, cancellation);
    }

    private async ValueTask<string> LookAtChunksAsync(ContentHash hash, long length, CancellationToken cancellation)
    {
        try
        {
            var manifest = _content.Get(hash, null, static size => new byte[size]);
            var chunks = length < 0
                ? FileManifest.Read(manifest.Span).SelectMany(file => Chunks(file.Chunks, file.Length, FileManifest.ChunkLength))
                : Chunks(ArtifactManifest.Read(manifest.Span)?.Chunks ?? [], length, ArtifactManifest.ChunkLength);
            foreach (var (chunk, size) in chunks)
            {
                if (await LookAtObjectAsync(chunk, size, cancellation) is { Length: > 0 } unusable)
                {
                    return unusable;
                }
            }

            return "";
        }
        catch (Exception exception) when (exception is InvalidDataException or FlowException { Id: FlowErrors.ObjectDamaged or FlowErrors.ObjectMissing })
        {
            return ContentObject.KeyOf(hash);
        }
    }

    private async ValueTask<string> LookAtObjectAsync(ContentHash hash, long? length, CancellationToken cancellation)
    {
        var key = ContentObject.KeyOf(hash);
        var head = new byte[ContentObject.HeaderSize];
        return await store.ReadAsync(key, 0, head, cancellation) is { } read
            && ContentObject.ReadHeader(head.AsSpan(0, read.Count), read.Object.Length) is { } header
            && (length is null || header.Length == length)
            && (!keep || await store.RefreshAsync(key, cancellation)) ? "" : key;
    }

    private static IEnumerable<(ContentHash Hash, long Length)> Chunks(IReadOnlyList<ContentHash> chunks, long length, int chunkLength) =>
        chunks.Select((chunk, number) => (chunk, Math.Min(chunkLength, length - (long)number * chunkLength)));
}
