using System.Buffers.Binary;

namespace FlowSdk.Runtime.Execution;

/// <summary>The bytes around the items of a chunk: a MessagePack array of binaries, in shortest form.</summary>
internal static class ItemChunkFormat
{
    public const int MaxHeaderLength = 5;

    public static int WriteArrayHeader(Span<byte> bytes, int count)
    {
        if (count < 16)
        {
            bytes[0] = (byte)(0x90 | count);
            return 1;
        }

        if (count <= ushort.MaxValue)
        {
            bytes[0] = 0xdc;
            BinaryPrimitives.WriteUInt16BigEndian(bytes[1..], (ushort)count);
            return 3;
        }

        bytes[0] = 0xdd;
        BinaryPrimitives.WriteUInt32BigEndian(bytes[1..], (uint)count);
        return 5;
    }

    public static int WriteBinaryHeader(Span<byte> bytes, uint length)
    {
        switch (length)
        {
            case <= byte.MaxValue:
                bytes[0] = 0xc4;
                bytes[1] = (byte)length;
                return 2;
            case <= ushort.MaxValue:
                bytes[0] = 0xc5;
                BinaryPrimitives.WriteUInt16BigEndian(bytes[1..], (ushort)length);
                return 3;
            default:
                bytes[0] = 0xc6;
                BinaryPrimitives.WriteUInt32BigEndian(bytes[1..], length);
                return 5;
        }
    }

    /// <summary>The length of an array header, or 0 if there is none or it says something else than <paramref name="count"/>.</summary>
    public static int ReadArrayHeader(ReadOnlySpan<byte> bytes, int count)
    {
        Span<byte> expected = stackalloc byte[MaxHeaderLength];
        var length = WriteArrayHeader(expected, count);
        return bytes.StartsWith(expected[..length]) ? length : 0;
    }

    /// <summary>The length of a binary's header and of what follows it; a header length of 0 if there is none.</summary>
    public static (int Header, long Content) ReadBinaryHeader(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xc4, var length, ..] => (2, length),
        [0xc5, _, _, ..] => (3, BinaryPrimitives.ReadUInt16BigEndian(bytes[1..])),
        [0xc6, _, _, _, _, ..] => (5, BinaryPrimitives.ReadUInt32BigEndian(bytes[1..])),
        _ => (0, 0),
    };
}
