using System.Buffers.Binary;
using System.Text;

namespace FlowSdk.Metadata;

/// <summary>Reads the MessagePack of records, and nothing that <see cref="PackBuffer"/> does not write.</summary>
internal ref struct PackReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    public readonly bool IsAtEnd => _rest.IsEmpty;

    /// <summary>Whether the next value is binary.</summary>
    public readonly bool IsBytes => Peek() is >= 0xC4 and <= 0xC6;

    /// <summary>Whether the next value is an array.</summary>
    public readonly bool IsArray => Peek() is (>= 0x90 and <= 0x9F) or 0xDC or 0xDD;

    public bool TryReadNil()
    {
        if (Peek() != 0xC0)
        {
            return false;
        }

        Take(1);
        return true;
    }

    public bool ReadBoolean() => Take(1)[0] switch
    {
        0xC2 => false,
        0xC3 => true,
        var code => throw Unexpected(code),
    };

    public long ReadInt64() => Take(1)[0] switch
    {
        var code and (<= 0x7F or >= 0xE0) => unchecked((sbyte)code),
        0xCC => Take(1)[0],
        0xCD => BinaryPrimitives.ReadUInt16BigEndian(Take(2)),
        0xCE => BinaryPrimitives.ReadUInt32BigEndian(Take(4)),
        0xD2 => BinaryPrimitives.ReadInt32BigEndian(Take(4)),
        0xD3 => BinaryPrimitives.ReadInt64BigEndian(Take(8)),
        var code => throw Unexpected(code),
    };

    public int ReadInt32() => checked((int)ReadInt64());

    public string ReadString() => ReadOptionalString() ?? throw Unexpected(0xC0);

    public string? ReadOptionalString()
    {
        var code = Take(1)[0];
        return code == 0xC0 ? null : Encoding.UTF8.GetString(Take(code is >= 0xA0 and <= 0xBF ? code & 0x1F : ReadLength(code, 0xD9)));
    }

    public ReadOnlySpan<byte> ReadBytes() => Take(ReadLength(Take(1)[0], 0xC4));

    public int ReadArrayHeader()
    {
        var count = Take(1)[0] switch
        {
            var code and >= 0x90 and <= 0x9F => (uint)(code & 0x0F),
            0xDC => BinaryPrimitives.ReadUInt16BigEndian(Take(2)),
            0xDD => BinaryPrimitives.ReadUInt32BigEndian(Take(4)),
            var code => throw Unexpected(code),
        };

        // Whoever reads on makes room for as many as are announced, and each takes at least a byte.
        return count <= (uint)_rest.Length ? (int)count : throw new InvalidDataException("it ends too early");
    }

    private int ReadLength(byte code, byte shortest) => (code - shortest) switch
    {
        0 => Take(1)[0],
        1 => BinaryPrimitives.ReadUInt16BigEndian(Take(2)),
        2 => checked((int)BinaryPrimitives.ReadUInt32BigEndian(Take(4))),
        _ => throw Unexpected(code),
    };

    private readonly byte Peek() => _rest.IsEmpty ? throw new InvalidDataException("it ends too early") : _rest[0];

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > _rest.Length)
        {
            throw new InvalidDataException("it ends too early");
        }

        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }

    private static InvalidDataException Unexpected(byte code) => new($"it has an unexpected byte {code:x2}");
}
