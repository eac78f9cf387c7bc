using System.Buffers;

namespace FlowSdk.Storage;

/// <summary>Keeps content of up to 64 MiB under its hash. May be used from any thread.</summary>
internal sealed class ContentStore(IObjectStore store)
{
    public string Location => store.Location;

    /// <summary>Stores content, unless it is there.</summary>
    public void Put(ContentHash hash, ReadOnlySequence<byte> content)
    {
        var key = ContentObject.KeyOf(hash);
        if (IsThere(key, content.Length))
        {
            return;
        }

        var compressedLength = ContentCompression.TryCompress(content, out var rented);
        try
        {
            var header = new ContentObject(compressedLength > 0, content.Length, compressedLength > 0 ? compressedLength : content.Length).WriteHeader();
            var bytes = compressedLength > 0 ? ByteSegment.Join([header, rented.AsMemory(0, compressedLength)]) : ByteSegment.Join(Pieces(header, content));

            // If someone else was quicker, it is the same content.
            store.PutIfAbsentAsync(key, bytes).Wait();
        }
        finally
        {
            if (rented.Length > 0)
            {
                ArrayPool<byte>.Shared.Return(rented);
            }
        }
    }

    /// <summary>Refreshes content that is there, as if it had just been stored.</summary>
    /// <returns>False if it is not there.</returns>
    public bool Keep(ContentHash hash, long length) => IsThere(ContentObject.KeyOf(hash), length);

    /// <summary>Reads content, verified by its hash.</summary>
    /// <param name="hash">The hash.</param>
    /// <param name="length">Its length, if that is known; else null.</param>
    /// <param name="buffer">Makes what the content is read into, given its length.</param>
    public Memory<byte> Get(ContentHash hash, long? length, Func<int, Memory<byte>> buffer)
    {
        var key = ContentObject.KeyOf(hash);
        var head = new byte[ContentObject.HeaderSize];
        if (store.ReadAsync(key, 0, head).Wait() is not { } read)
        {
            throw new FlowException(
                FlowErrors.ObjectMissing,
                $"The object '{key}' is missing in {Location}: it was deleted, or lost with the power. Run the flow again, or resume the run: the task that made it runs again.");
        }

        if (ContentObject.ReadHeader(head.AsSpan(0, read.Count), read.Object.Length) is not { Length: <= ArtifactManifest.ChunkLength } header
            || (length is not null && header.Length != length))
        {
            throw Damaged(key);
        }

        var content = buffer((int)header.Length);
        if (header.IsCompressed)
        {
            var rented = ArrayPool<byte>.Shared.Rent((int)header.StoredLength);
            var stored = rented.AsMemory(0, (int)header.StoredLength);
            var isGood = ReadAll(key, stored) && ContentCompression.TryDecompress(stored.Span, content.Span);
            ArrayPool<byte>.Shared.Return(rented);
            if (!isGood)
            {
                throw Damaged(key);
            }
        }
        else if (!ReadAll(key, content))
        {
            throw Damaged(key);
        }

        return ContentHasher.Hash(content.Span) == hash ? content : throw Damaged(key);
    }

    private bool ReadAll(string key, Memory<byte> destination) =>
        store.ReadAsync(key, ContentObject.HeaderSize, destination).Wait() is { } read && read.Count == destination.Length;

    // What is there gets a new time stamp, so that no collection of garbage that has begun takes it. What a loss of power has cut short is written again.
    private bool IsThere(string key, long length)
    {
        var head = new byte[ContentObject.HeaderSize];
        if (store.ReadAsync(key, 0, head).Wait() is not { } read)
        {
            return false;
        }

        if (ContentObject.ReadHeader(head.AsSpan(0, read.Count), read.Object.Length) is { } header && header.Length == length)
        {
            return store.RefreshAsync(key).Wait();
        }

        store.DeleteAsync(key, read.Object.Version).Wait();
        return false;
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Pieces(byte[] header, ReadOnlySequence<byte> content)
    {
        yield return header;
        foreach (var piece in content)
        {
            yield return piece;
        }
    }

    private FlowException Damaged(string key) => new(
        FlowErrors.ObjectDamaged,
        $"The object '{key}' in {Location} is damaged: its bytes are not those that were stored. Delete it and run the flow again, or resume the run: the task that made it runs again.");
}
