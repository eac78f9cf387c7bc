using System.Buffers.Binary;
using System.Text;

namespace FlowSdk.Metadata;

/// <summary>A growing buffer to which records are written as MessagePack, each in place behind its frame's header.</summary>
internal sealed class PackBuffer(int capacity = 4096)
{
    private byte[] _bytes = new byte[capacity];

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, Length);

    public Span<byte> this[Range range] => _bytes.AsSpan(0, Length)[range];

    public void WriteNil() => Add(1)[0] = 0xC0;

    public void WriteBoolean(bool value) => Add(1)[0] = value ? (byte)0xC3 : (byte)0xC2;

    public void WriteInt64(long value)
    {
        switch (value)
        {
            case >= -32 and <= 127:
                Add(1)[0] = unchecked((byte)value);
                break;
            case >= 0 and <= byte.MaxValue:
                Head(0xCC, 1)[0] = (byte)value;
                break;
            case >= 0 and <= ushort.MaxValue:
                BinaryPrimitives.WriteUInt16BigEndian(Head(0xCD, 2), (ushort)value);
                break;
            case >= 0 and <= uint.MaxValue:
                BinaryPrimitives.WriteUInt32BigEndian(Head(0xCE, 4), (uint)value);
                break;
            case >= int.MinValue and < 0:
                BinaryPrimitives.WriteInt32BigEndian(Head(0xD2, 4), (int)value);
                break;
            default:
                BinaryPrimitives.WriteInt64BigEndian(Head(0xD3, 8), value);
                break;
        }
    }

    public void WriteString(string? value)
    {
        if (value is null)
        {
            WriteNil();
            return;
        }

        var length = Encoding.UTF8.GetByteCount(value);
        if (length < 32)
        {
            Add(1)[0] = (byte)(0xA0 | length);
        }
        else
        {
            WriteLength(0xD9, length);
        }

        Encoding.UTF8.GetBytes(value, Add(length));
    }

    public void WriteBytes(ReadOnlySpan<byte> value)
    {
        WriteLength(0xC4, value.Length);
        Append(value);
    }

    public void WriteArrayHeader(int count)
    {
        if (count < 16)
        {
            Add(1)[0] = (byte)(0x90 | count);
        }
        else if (count <= ushort.MaxValue)
        {
            BinaryPrimitives.WriteUInt16BigEndian(Head(0xDC, 2), (ushort)count);
        }
        else
        {
            BinaryPrimitives.WriteUInt32BigEndian(Head(0xDD, 4), (uint)count);
        }
    }

    /// <summary>Bytes as they are.</summary>
    public void Append(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Add(bytes.Length));

    /// <summary>Room for bytes to be filled in.</summary>
    public Span<byte> Add(int count)
    {
        if (_bytes.Length - Length < count)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + count));
        }

        Length += count;
        return _bytes.AsSpan(Length - count, count);
    }

    /// <summary>Forgets what was written last.</summary>
    public void Truncate(int length) => Length = length;

    /// <summary>Empties the buffer, which keeps its memory unless that is much.</summary>
    public void Clear()
    {
        Length = 0;
        if (_bytes.Length > 1 << 20)
        {
            _bytes = new byte[capacity];
        }
    }

    private void WriteLength(byte shortest, int length)
    {
        if (length <= byte.MaxValue)
        {
            Head(shortest, 1)[0] = (byte)length;
        }
        else if (length <= ushort.MaxValue)
        {
            BinaryPrimitives.WriteUInt16BigEndian(Head((byte)(shortest + 1), 2), (ushort)length);
        }
        else
        {
            BinaryPrimitives.WriteUInt32BigEndian(Head((byte)(shortest + 2), 4), (uint)length);
        }
    }

    private Span<byte> Head(byte code, int size)
    {
        var span = Add(1 + size);
        span[0] = code;
        return span[1..];
    }
}
