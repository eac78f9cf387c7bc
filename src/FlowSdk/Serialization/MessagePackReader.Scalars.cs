using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.CompilerServices;
using FlowSdk.Serialization;

namespace FlowSdk.Generated;

public ref partial struct MessagePackReader
{
    /// <summary>Reads a truth value.</summary>
    /// <returns>The value.</returns>
    public bool ReadBoolean()
    {
        var start = Position;
        if (IsLenient && PeekToken() == MessagePackToken.Text)
        {
            var text = ReadText();
            return bool.TryParse(text, out var value) ? value : throw DecodingException.Mismatch("true or false", $"\"{text}\"", start);
        }

        return Next() switch
        {
            0xC3 => true,
            0xC2 => false,
            var code => throw DecodingException.Unexpected("true or false", code, start),
        };
    }

    /// <summary>Reads an integer.</summary>
    /// <returns>The value.</returns>
    public sbyte ReadSByte() => (sbyte)ReadSigned(sbyte.MinValue, sbyte.MaxValue);

    /// <summary>Reads an integer.</summary>
    /// <returns>The value.</returns>
    public short ReadInt16() => (short)ReadSigned(short.MinValue, short.MaxValue);

    /// <summary>Reads an integer.</summary>
    /// <returns>The value.</returns>
    public int ReadInt32() => (int)ReadSigned(int.MinValue, int.MaxValue);

    /// <summary>Reads an integer.</summary>
    /// <returns>The value.</returns>
    public long ReadInt64() => ReadSigned(long.MinValue, long.MaxValue);

    /// <summary>Reads an integer.</summary>
    /// <returns>The value.</returns>
    public byte ReadByte() => (byte)ReadUnsigned(byte.MaxValue);

    /// <summary>Reads an integer.</summary>
    /// <returns>The value.</returns>
    public ushort ReadUInt16() => (ushort)ReadUnsigned(ushort.MaxValue);

    /// <summary>Reads an integer.</summary>
    /// <returns>The value.</returns>
    public uint ReadUInt32() => (uint)ReadUnsigned(uint.MaxValue);

    /// <summary>Reads an integer.</summary>
    /// <returns>The value.</returns>
    public ulong ReadUInt64() => ReadUnsigned(ulong.MaxValue);

    /// <summary>Reads a number.</summary>
    /// <returns>The value.</returns>
    public float ReadSingle()
    {
        var start = Position;
        if (_span.Length - _index >= 5 && _span[_index] == 0xCA)
        {
            var value = BinaryPrimitives.ReadUInt32BigEndian(_span[(_index + 1)..]);
            _index += 5;
            MoveOn();
            return BitConverter.UInt32BitsToSingle(value);
        }

        // Through text where there is text: a number is not rounded twice.
        return IsLenient && TryReadNumberText(out var text)
            ? float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed) ? parsed : throw DecodingException.Mismatch("a number", $"\"{text}\"", start)
            : ReadFloat(start, allowDouble: IsLenient).Single;
    }

    /// <summary>Reads a number.</summary>
    /// <returns>The value.</returns>
    public double ReadDouble()
    {
        var start = Position;
        if (_span.Length - _index >= 9 && _span[_index] == 0xCB)
        {
            var value = BinaryPrimitives.ReadUInt64BigEndian(_span[(_index + 1)..]);
            _index += 9;
            MoveOn();
            return BitConverter.UInt64BitsToDouble(value);
        }

        return IsLenient && TryReadNumberText(out var text)
            ? double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed) ? parsed : throw DecodingException.Mismatch("a number", $"\"{text}\"", start)
            : ReadFloat(start, allowDouble: true).Double;
    }

    /// <summary>The digits of a number, or the text of a lenient value, if that is next.</summary>
    internal bool TryReadNumberText(out string text)
    {
        switch (PeekToken())
        {
            case MessagePackToken.Text:
                text = ReadText();
                return true;
            case MessagePackToken.Extension when TryReadExtension(ExtensionTypes.JsonNumber, out var length):
                text = ReadUtf8(length, Position);
                return true;
            default:
                text = "";
                return false;
        }
    }

    private (float Single, double Double) ReadFloat(long start, bool allowDouble)
    {
        var code = Peek();
        switch (code)
        {
            case 0xCA:
                Next();
                var single = BitConverter.UInt32BitsToSingle((uint)ReadBigEndian(4, start));
                return (single, single);
            case 0xCB when allowDouble:
                Next();
                var value = BitConverter.UInt64BitsToDouble(ReadBigEndian(8, start));
                return ((float)value, value);
            case 0xCF:
                var large = ReadUnsigned(ulong.MaxValue);
                return (large, large);
            default:
                if (MessagePackCodes.TokenOf(code) != MessagePackToken.Integer)
                {
                    throw DecodingException.Unexpected("a number", code, start);
                }

                var integer = ReadSigned(long.MinValue, long.MaxValue);
                return (integer, integer);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long ReadSigned(long min, long max)
    {
        var code = Peek();
        if (_span.Length - _index > 1 && (code <= 0x7F || code >= 0xE0))
        {
            _index++;
            return (sbyte)code;
        }

        return ReadSignedSlow(min, max);
    }

    private long ReadSignedSlow(long min, long max)
    {
        var start = Position;
        var (negative, bits) = ReadInteger(start);
        if (negative ? (long)bits >= min : bits <= (ulong)max)
        {
            return (long)bits;
        }

        throw DecodingException.Mismatch($"an integer from {min} to {max}", negative ? $"{(long)bits}" : $"{bits}", start);
    }

    private ulong ReadUnsigned(ulong max)
    {
        var start = Position;
        var (negative, bits) = ReadInteger(start);
        return !negative && bits <= max ? bits : throw DecodingException.Mismatch($"an integer from 0 to {max}", negative ? $"{(long)bits}" : $"{bits}", start);
    }

    internal (bool Negative, ulong Bits) ReadInteger(long start)
    {
        if (IsLenient && TryReadNumberText(out var text))
        {
            return LenientText.TryInteger(text, out var integer) ? integer : throw DecodingException.Mismatch("an integer", $"\"{text}\"", start);
        }

        var code = Next();
        return code switch
        {
            <= 0x7F => (false, code),
            >= 0xE0 => (true, (ulong)(sbyte)code),
            >= 0xCC and <= 0xCF => (false, ReadBigEndian(1 << (code - 0xCC), start)),
            0xD0 => Signed((sbyte)ReadBigEndian(1, start)),
            0xD1 => Signed((short)ReadBigEndian(2, start)),
            0xD2 => Signed((int)ReadBigEndian(4, start)),
            0xD3 => Signed((long)ReadBigEndian(8, start)),
            _ => throw DecodingException.Unexpected("an integer", code, start),
        };
    }

    private static (bool Negative, ulong Bits) Signed(long value) => (value < 0, (ulong)value);
}
