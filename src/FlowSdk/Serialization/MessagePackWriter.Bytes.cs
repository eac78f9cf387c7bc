using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;
using FlowSdk.Serialization;

namespace FlowSdk.Generated;

public ref partial struct MessagePackWriter
{
    // Below this, copying is cheaper than one more segment.
    private const int LargeBytes = 64 * 1024;

    // Its UTF-8 fits an array whatever the characters.
    private const int MaxTextLength = 700_000_000;

    /// <summary>Writes text; null is written as nil.</summary>
    /// <param name="value">The text. What is no valid UTF-16 is kept as an extension of its code units.</param>
    public void WriteString(string? value)
    {
        if (value is null)
        {
            WriteNil();
        }
        else
        {
            WriteText(value);
        }
    }

    /// <summary>Writes text that is UTF-8 already, such as the name of a member.</summary>
    /// <param name="utf8">The text.</param>
    public void WriteName(scoped ReadOnlySpan<byte> utf8)
    {
        var header = TextHeader(utf8.Length);
        var span = Reserve(header + utf8.Length);
        WriteTextHeader(span, utf8.Length);
        utf8.CopyTo(span[header..]);
        _used += header + utf8.Length;
    }

    /// <summary>Writes bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    public void WriteBytes(scoped ReadOnlySpan<byte> bytes)
    {
        WriteBytesHeader((uint)bytes.Length);
        CopyRaw(bytes);
    }

    internal void WriteText(scoped ReadOnlySpan<char> value)
    {
        if (value.Length > MaxTextLength)
        {
            throw new EncodingException(FlowErrors.ArtifactTooLarge, $"a text has {value.Length:N0} characters; the most is {MaxTextLength:N0}. Store an array of texts, or an ArtifactFile");
        }

        // UTF-8 of ASCII is as long as the text, which is the first guess; other text is moved by the few bytes that its header is longer.
        var room = value.Length <= 1024 ? value.Length * 3 : Encoding.UTF8.GetByteCount(value);
        var header = TextHeader(value.Length);
        var span = Reserve(room + 5);
        if (Utf8.FromUtf16(value, span[header..], out _, out var written, replaceInvalidSequences: false) != OperationStatus.Done)
        {
            WriteRaw(ExtensionTypes.Utf16, value);
            return;
        }

        var actual = TextHeader(written);
        if (actual != header)
        {
            span.Slice(header, written).CopyTo(span[actual..]);
        }

        WriteTextHeader(span, written);
        _used += actual + written;
    }

    /// <summary>Writes bytes, without copying them if they are many.</summary>
    internal void WriteBytes(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length < LargeBytes)
        {
            WriteBytes(bytes.Span);
            return;
        }

        WriteBytesHeader((uint)bytes.Length);
        Flush();
        _buffer.Append(bytes);
    }

    internal void WriteBytesHeader(uint length)
    {
        var span = Reserve(5);
        if (length <= byte.MaxValue)
        {
            span[0] = 0xC4;
            span[1] = (byte)length;
            _used += 2;
        }
        else if (length <= ushort.MaxValue)
        {
            span[0] = 0xC5;
            BinaryPrimitives.WriteUInt16BigEndian(span[1..], (ushort)length);
            _used += 3;
        }
        else
        {
            span[0] = 0xC6;
            BinaryPrimitives.WriteUInt32BigEndian(span[1..], length);
            _used += 5;
        }
    }

    internal void WriteExtension(sbyte type, scoped ReadOnlySpan<byte> bytes)
    {
        WriteExtensionHeader(type, (uint)bytes.Length);
        CopyRaw(bytes);
    }

    internal void WriteExtensionHeader(sbyte type, uint length)
    {
        var span = Reserve(6);
        var size = length switch
        {
            1 or 2 or 4 or 8 or 16 => 1,
            <= byte.MaxValue => 2,
            <= ushort.MaxValue => 3,
            _ => 5,
        };
        switch (size)
        {
            case 1:
                span[0] = (byte)(0xD4 + BitOperations.Log2(length));
                break;
            case 2:
                span[0] = 0xC7;
                span[1] = (byte)length;
                break;
            case 3:
                span[0] = 0xC8;
                BinaryPrimitives.WriteUInt16BigEndian(span[1..], (ushort)length);
                break;
            default:
                span[0] = 0xC9;
                BinaryPrimitives.WriteUInt32BigEndian(span[1..], length);
                break;
        }

        span[size] = (byte)type;
        _used += size + 1;
    }

    /// <summary>Writes numbers one after the other, without copying them if they are many; beyond the length of one extension as several.</summary>
    internal void WriteRaw<T>(sbyte type, ReadOnlyMemory<T> values)
        where T : unmanaged
    {
        if ((long)values.Length * Unsafe.SizeOf<T>() < LargeBytes || !BitConverter.IsLittleEndian)
        {
            WriteRaw(type, values.Span);
            return;
        }

        var chunk = RawChunks.Elements<T>();
        var chunks = RawChunks.Count<T>(values.Length);
        if (chunks > 1)
        {
            WriteArrayHeader(chunks);
        }

        for (var start = 0; start < values.Length; start += chunk)
        {
            var part = values.Slice(start, Math.Min(chunk, values.Length - start));
            WriteExtensionHeader(type, (uint)((long)part.Length * Unsafe.SizeOf<T>()));
            Flush();
            _buffer.Append(new RawMemory<T>(part).Memory);
        }
    }

    internal void WriteRaw<T>(sbyte type, scoped ReadOnlySpan<T> values)
        where T : unmanaged
    {
        var chunk = RawChunks.Elements<T>();
        var chunks = RawChunks.Count<T>(values.Length);
        if (chunks != 1)
        {
            WriteArrayHeader(chunks);
        }

        var start = 0;
        do
        {
            var part = values.Slice(start, Math.Min(chunk, values.Length - start));
            WriteExtensionHeader(type, (uint)(part.Length * Unsafe.SizeOf<T>()));
            WriteLittleEndian(part);
            start += part.Length;
        }
        while (start < values.Length);
    }

    /// <summary>Appends what is encoded already.</summary>
    internal void WriteEncoded(ReadOnlySequence<byte> encoded)
    {
        foreach (var segment in encoded)
        {
            CopyRaw(segment.Span);
        }
    }

    /// <summary>The number of bytes so far.</summary>
    internal readonly int Length => checked((int)(_buffer.Length + _used));

    /// <summary>A writer for parts that are put together later, as deep as this one.</summary>
    internal readonly MessagePackWriter Nested(EncodingBuffer buffer) => new(buffer, Files) { _depth = _depth };

    internal void Attach(ContentHash manifest) => _buffer.Attach(manifest);

    private void WriteLittleEndian<T>(scoped ReadOnlySpan<T> values)
        where T : unmanaged
    {
        if (BitConverter.IsLittleEndian)
        {
            CopyRaw(MemoryMarshal.AsBytes(values));
            return;
        }

        foreach (var value in values)
        {
            var swapped = RawChunks.Swap(value);
            CopyRaw(MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in swapped)));
        }
    }

    private static int TextHeader(int length) => length switch
    {
        <= 31 => 1,
        <= byte.MaxValue => 2,
        <= ushort.MaxValue => 3,
        _ => 5,
    };

    private static void WriteTextHeader(Span<byte> span, int length)
    {
        switch (length)
        {
            case <= 31:
                span[0] = (byte)(0xA0 | length);
                break;
            case <= byte.MaxValue:
                span[0] = 0xD9;
                span[1] = (byte)length;
                break;
            case <= ushort.MaxValue:
                span[0] = 0xDA;
                BinaryPrimitives.WriteUInt16BigEndian(span[1..], (ushort)length);
                break;
            default:
                span[0] = 0xDB;
                BinaryPrimitives.WriteInt32BigEndian(span[1..], length);
                break;
        }
    }

    private void CopyRaw(scoped ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var span = Reserve(1);
            var count = Math.Min(span.Length, bytes.Length);
            bytes[..count].CopyTo(span);
            _used += count;
            bytes = bytes[count..];
        }
    }
}
