using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using FlowSdk.Serialization;

namespace FlowSdk.Generated;

public ref partial struct MessagePackReader
{
    private static readonly UTF8Encoding _strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads text, or nil.</summary>
    /// <returns>The text, or null.</returns>
    public string? ReadString() => TryReadNil() ? null : ReadText();

    /// <summary>Reads the name of a member and finds it. A value whose name is unknown is read over.</summary>
    /// <param name="names">The names that are known.</param>
    /// <param name="expected">Which comes next if the members stand in order.</param>
    /// <returns>Its place; -1 if it is unknown.</returns>
    public int ReadMember(MemberNames names, int expected)
    {
        ArgumentNullException.ThrowIfNull(names);
        var start = Position;
        if (PeekToken() != MessagePackToken.Text)
        {
            Skip();
            Skip();
            return -1;
        }

        var length = (int)ReadTextHeader(start);
        var name = Take(length, start);
        var member = names.Find(name, expected, IsLenient);
        if (member < 0)
        {
            if (IsLenient)
            {
                throw DecodingException.Damaged($"there is no \"{Encoding.UTF8.GetString(name)}\"; there is {names}", start);
            }

            Skip();
        }

        return member;
    }

    /// <summary>Reads the name of a variant and finds it.</summary>
    /// <param name="names">The names that are known.</param>
    /// <returns>Its place.</returns>
    public int ReadVariant(MemberNames names)
    {
        ArgumentNullException.ThrowIfNull(names);
        var start = Position;
        var count = ReadMapHeader();
        if (count != 1)
        {
            throw DecodingException.Mismatch("a map of one type name to the value", $"a map of {count}", start);
        }

        start = Position;
        var name = ReadText();
        var variant = names.Find(Encoding.UTF8.GetBytes(name), 0, IsLenient);
        return variant >= 0 ? variant : throw DecodingException.Mismatch($"one of the types {names}", $"\"{name}\"", start);
    }

    /// <summary>Reads text.</summary>
    internal string ReadText()
    {
        var start = Position;
        return TryReadExtension(ExtensionTypes.Utf16, out var length)
            ? new string(ReadRaw<char>(length, start))
            : ReadUtf8(ReadTextHeader(start), start);
    }

    /// <summary>Reads bytes; in a lenient value, also as text in base 64.</summary>
    internal byte[] ReadBytes()
    {
        var start = Position;
        if (IsLenient && PeekToken() == MessagePackToken.Text)
        {
            var text = ReadText();
            var decoded = new byte[text.Length];
            return Convert.TryFromBase64String(text, decoded, out var count) ? decoded[..count] : throw DecodingException.Mismatch("bytes in base 64", $"\"{text}\"", start);
        }

        var bytes = new byte[ReadBytesHeader()];
        CopyBytes(bytes, start);
        return bytes;
    }

    /// <summary>Reads bytes without copying them.</summary>
    internal ReadOnlySequence<byte> ReadBytesSequence()
    {
        var start = Position;
        var length = ReadBytesHeader();
        var bytes = _sequence.Slice(Position, length);
        SkipBytes(length, start);
        return bytes;
    }

    /// <summary>Reads text that is no extension, without copying or checking it.</summary>
    internal ReadOnlySequence<byte> ReadTextSequence()
    {
        var start = Position;
        var length = ReadTextHeader(start);
        var text = _sequence.Slice(Position, length);
        SkipBytes(length, start);
        return text;
    }

    /// <summary>Reads the header of an extension, if one of that type is next.</summary>
    internal bool TryReadExtension(sbyte type, out long length)
    {
        length = 0;
        if (PeekToken() != MessagePackToken.Extension)
        {
            return false;
        }

        var ahead = this;
        (var found, length) = ahead.ReadExtensionHeader();
        if (found != type)
        {
            return false;
        }

        this = ahead;
        return true;
    }

    internal (sbyte Type, long Length) ReadExtensionHeader()
    {
        var start = Position;
        var code = Next();
        if (MessagePackCodes.TokenOf(code) != MessagePackToken.Extension)
        {
            throw DecodingException.Unexpected("an extension", code, start);
        }

        var length = ReadLength(code);
        if (length > Remaining)
        {
            throw Ended(start);
        }

        return ((sbyte)Next(), length - 1);
    }

    /// <summary>Reads an extension of fixed length.</summary>
    internal void ReadExtension(sbyte type, string expected, scoped Span<byte> target)
    {
        var start = Position;
        if (!TryReadExtension(type, out var length) || length != target.Length)
        {
            throw DecodingException.Unexpected(expected, Peek(), start);
        }

        CopyBytes(target, start);
    }

    /// <summary>Reads what stands in an extension, as bytes.</summary>
    internal byte[] ReadExtensionBytes(long length, long start)
    {
        var bytes = new byte[CheckedLength(length, start)];
        CopyBytes(bytes, start);
        return bytes;
    }

    /// <summary>Reads what stands in an extension, as numbers.</summary>
    internal T[] ReadRaw<T>(long length, long start)
        where T : unmanaged
    {
        var size = Unsafe.SizeOf<T>();
        if (length % size != 0)
        {
            throw DecodingException.Damaged($"{length:N0} bytes are no whole count of numbers of {size} bytes", start);
        }

        if (length > Remaining)
        {
            throw Ended(start);
        }

        var values = new T[checked((int)(length / size))];
        ReadRaw(values.AsSpan(), start);
        return values;
    }

    internal void ReadRaw<T>(scoped Span<T> values, long start)
        where T : unmanaged
    {
        CopyRaw(values, start);
        if (!BitConverter.IsLittleEndian)
        {
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = RawChunks.Swap(values[i]);
            }
        }
    }

    private void CopyRaw<T>(scoped Span<T> values, long start)
        where T : unmanaged
    {
        // The bytes of a long array are more than one span can show.
        var chunk = RawChunks.Elements<T>();
        for (var from = 0; from < values.Length; from += chunk)
        {
            CopyBytes(MemoryMarshal.AsBytes(values.Slice(from, Math.Min(chunk, values.Length - from))), start);
        }
    }

    private long ReadTextHeader(long start)
    {
        var code = Next();
        if (MessagePackCodes.TokenOf(code) != MessagePackToken.Text)
        {
            throw DecodingException.Unexpected("text", code, start);
        }

        return CheckedLength(ReadLength(code), start);
    }

    private long ReadBytesHeader()
    {
        var start = Position;
        var code = Next();
        if (MessagePackCodes.TokenOf(code) != MessagePackToken.Bytes)
        {
            throw DecodingException.Unexpected("bytes", code, start);
        }

        return CheckedLength(ReadBigEndian(MessagePackCodes.LengthBytes(code)), start);
    }

    private readonly int CheckedLength(long length, long start)
    {
        if (length > Remaining)
        {
            throw Ended(start);
        }

        return length <= Array.MaxLength ? (int)length : throw DecodingException.Damaged($"{length:N0} bytes do not fit one value", start);
    }

    private string ReadUtf8(long length, long start)
    {
        try
        {
            return _strict.GetString(Take(CheckedLength(length, start), start));
        }
        catch (DecoderFallbackException e)
        {
            throw new DecodingException(FlowErrors.ArtifactDamaged, "the text is not UTF-8", start, e);
        }
    }
}
