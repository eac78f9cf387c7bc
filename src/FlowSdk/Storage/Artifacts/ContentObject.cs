using System.Buffers;
using System.Buffers.Binary;

namespace FlowSdk.Storage;

/// <summary>
/// What stands before the content of each object under <c>artifacts/</c>: the mark <c>FLOWART1</c>, how the content is compressed (1 byte) and seven
/// zeros, and the lengths of the content before and after compression (8 bytes each, little-endian).
/// </summary>
/// <param name="IsCompressed">Whether the content is a Brotli stream; else it stands as it is.</param>
/// <param name="Length">The content's length in bytes.</param>
/// <param name="StoredLength">The number of bytes that follow.</param>
internal readonly record struct ContentObject(bool IsCompressed, long Length, long StoredLength)
{
    public const int HeaderSize = 32;

    /// <summary>What all keys of content begin with.</summary>
    public const string Root = "artifacts/";

    private static ReadOnlySpan<byte> Mark => "FLOWART1"u8;

    public static string KeyOf(ContentHash hash)
    {
        var name = hash.ToString();
        return $"{Root}{name[..2]}/{name}";
    }

    /// <summary>The hash in a key that <see cref="KeyOf"/> made; null for any other key.</summary>
    public static ContentHash? HashOf(string key)
    {
        Span<byte> bytes = stackalloc byte[ContentHash.Size];
        var name = key.AsSpan(key.LastIndexOf('/') + 1);
        return name.Length == 2 * ContentHash.Size && Convert.FromHexString(name, bytes, out _, out _) == OperationStatus.Done
            && ContentHash.Read(bytes) is var hash && KeyOf(hash) == key ? hash : null;
    }

    public byte[] WriteHeader()
    {
        var header = new byte[HeaderSize];
        Mark.CopyTo(header);
        header[8] = IsCompressed ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(16), Length);
        BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(24), StoredLength);
        return header;
    }

    /// <summary>Reads a header; null if it is none, or does not fit the object's length.</summary>
    public static ContentObject? ReadHeader(ReadOnlySpan<byte> header, long objectLength)
    {
        if (header.Length < HeaderSize || !header.StartsWith(Mark) || header[8] > 1)
        {
            return null;
        }

        var read = new ContentObject(
            header[8] == 1, BinaryPrimitives.ReadInt64LittleEndian(header[16..]), BinaryPrimitives.ReadInt64LittleEndian(header[24..]));
        return read.StoredLength == objectLength - HeaderSize && (read.IsCompressed ? read.Length > read.StoredLength : read.Length == read.StoredLength) ? read : null;
    }
}
