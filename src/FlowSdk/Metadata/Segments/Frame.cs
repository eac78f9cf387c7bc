using System.Buffers.Binary;
using System.Numerics;

namespace FlowSdk.Metadata;

/// <summary>
/// What a record stands in: the payload's length (3 bytes, little-endian), its type, a check of these four bytes, and a CRC-32C of
/// them and the payload. The check tells a frame that was cut off from one whose length is damaged.
/// </summary>
internal static class Frame
{
    public const int HeaderSize = 9;

    public const int MaxPayload = (1 << 24) - 1;

    /// <summary>Adds a frame to a buffer.</summary>
    public static void Append(PackBuffer buffer, FrameType type, Action<PackBuffer> write)
    {
        var start = buffer.Length;
        buffer.Add(HeaderSize);
        write(buffer);
        Seal(buffer[start..], (byte)type);
    }

    /// <summary>Fills in the header before a payload.</summary>
    public static void Seal(Span<byte> frame, byte type)
    {
        var length = frame.Length - HeaderSize;
        if (length > MaxPayload)
        {
            throw new FlowException(
                FlowErrors.StoreUnusable, $"A record of {length} bytes does not fit into a journal; {MaxPayload} is the most. Keep large values in artifacts.");
        }

        BinaryPrimitives.WriteUInt32LittleEndian(frame, (uint)length | (uint)type << 24);
        frame[4] = Check(frame[..4]);
        BinaryPrimitives.WriteUInt32LittleEndian(frame[5..], Checksum(frame));
    }

    /// <summary>Reads a header.</summary>
    /// <returns>False if it is damaged.</returns>
    public static bool TryReadHeader(ReadOnlySpan<byte> header, out byte type, out int length)
    {
        var word = BinaryPrimitives.ReadUInt32LittleEndian(header);
        (type, length) = ((byte)(word >> 24), (int)(word & MaxPayload));
        return header[4] == Check(header[..4]);
    }

    /// <summary>Whether a frame's checksum is that of its bytes.</summary>
    public static bool IsIntact(ReadOnlySpan<byte> frame) => BinaryPrimitives.ReadUInt32LittleEndian(frame[5..]) == Checksum(frame);

    private static byte Check(ReadOnlySpan<byte> word) => (byte)~BitOperations.Crc32C(uint.MaxValue, BinaryPrimitives.ReadUInt32LittleEndian(word));

    private static uint Checksum(ReadOnlySpan<byte> frame)
    {
        var crc = BitOperations.Crc32C(uint.MaxValue, BinaryPrimitives.ReadUInt32LittleEndian(frame));
        var rest = frame[HeaderSize..];
        for (; rest.Length >= 8; rest = rest[8..])
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(rest));
        }

        foreach (var value in rest)
        {
            crc = BitOperations.Crc32C(crc, value);
        }

        return ~crc;
    }
}
