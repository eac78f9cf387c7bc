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

    private static ReadOnlySpan<byte> Mark => "FLOWART1"u8;

    public static string KeyOf(ContentHash hash)
    {
        var name = hash.ToString();
        return $"artifacts/{name[..2]}/{name}";
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
