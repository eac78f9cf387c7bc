using System.Buffers;
using System.Buffers.Binary;

namespace FlowSdk.Storage;

/// <summary>
/// What stands for content over 64 MiB: the mark <c>FLOWCHK1</c>, the length in bytes (8 bytes, little-endian), and the hash of each chunk of 64 MiB; the last chunk may be
/// shorter. The hash of the content is that of the manifest.
/// </summary>
internal sealed class ArtifactManifest(long length, ContentHash[] chunks)
{
    public const int ChunkLength = 64 << 20;

    private const int HeaderSize = 16;

    private static ReadOnlySpan<byte> Mark => "FLOWCHK1"u8;

    public long Length { get; } = length;

    public IReadOnlyList<ContentHash> Chunks { get; } = chunks;

    public static int CountOf(long length) => checked((int)((length + ChunkLength - 1) / ChunkLength));

    /// <summary>A chunk of the content.</summary>
    public static ReadOnlySequence<byte> Slice(ReadOnlySequence<byte> content, int chunk) =>
        content.Slice((long)chunk * ChunkLength, LengthOf(content.Length, chunk));

    public static int LengthOf(long length, int chunk) => (int)Math.Min(ChunkLength, length - (long)chunk * ChunkLength);

    public byte[] Write()
    {
        var bytes = new byte[HeaderSize + Chunks.Count * ContentHash.Size];
        Mark.CopyTo(bytes);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(8), Length);
        for (var i = 0; i < Chunks.Count; i++)
        {
            Chunks[i].Write(bytes.AsSpan(HeaderSize + i * ContentHash.Size));
        }

        return bytes;
    }

    /// <summary>Reads a manifest; null if it is none.</summary>
    public static ArtifactManifest? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderSize || !bytes.StartsWith(Mark))
        {
            return null;
        }

        var length = BinaryPrimitives.ReadInt64LittleEndian(bytes[8..]);
        if (length < 0 || length > (long)int.MaxValue * ChunkLength || bytes.Length != HeaderSize + (long)CountOf(length) * ContentHash.Size)
        {
            return null;
        }

        var chunks = new ContentHash[CountOf(length)];
        for (var i = 0; i < chunks.Length; i++)
        {
            chunks[i] = ContentHash.Read(bytes[(HeaderSize + i * ContentHash.Size)..]);
        }

        return new(length, chunks);
    }
}
