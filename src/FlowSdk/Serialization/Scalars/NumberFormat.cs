using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using FlowSdk.Generated;

namespace FlowSdk.Serialization;

/// <summary>Numbers that MessagePack does not know.</summary>
internal static class NumberFormat
{
    private const uint DecimalSign = 0x8000_0000;
    private const int DecimalScaleShift = 16;
    private const uint DecimalLargestScale = 28;

    public static void WriteHalf(ref MessagePackWriter writer, Half value)
    {
        Span<byte> bytes = stackalloc byte[2];
        BinaryPrimitives.WriteHalfLittleEndian(bytes, value);
        writer.WriteExtension(ExtensionTypes.Half, bytes);
    }

    public static Half ReadHalf(ref MessagePackReader reader)
    {
        if (reader.IsLenient && reader.PeekToken() != MessagePackToken.Extension)
        {
            return (Half)reader.ReadDouble();
        }

        var start = reader.Position;
        if (reader.IsLenient && reader.TryReadNumberText(out var text))
        {
            return Half.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : throw DecodingException.Mismatch("a number", $"\"{text}\"", start);
        }

        Span<byte> bytes = stackalloc byte[2];
        reader.ReadExtension(ExtensionTypes.Half, "a number of 16 bits", bytes);
        return BinaryPrimitives.ReadHalfLittleEndian(bytes);
    }

    public static void WriteComplex(ref MessagePackWriter writer, Complex value)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteDoubleLittleEndian(bytes, value.Real);
        BinaryPrimitives.WriteDoubleLittleEndian(bytes[8..], value.Imaginary);
        writer.WriteExtension(ExtensionTypes.Complex, bytes);
    }

    public static Complex ReadComplex(ref MessagePackReader reader)
    {
        if (reader.IsLenient && reader.PeekToken() == MessagePackToken.Array)
        {
            var start = reader.Position;
            return reader.ReadArrayHeader() == 2
                ? new(reader.ReadDouble(), reader.ReadDouble())
                : throw DecodingException.Mismatch("the real and the imaginary part", "another array", start);
        }

        if (reader.IsLenient && (reader.PeekToken() != MessagePackToken.Extension || reader.IsNextJsonNumber()))
        {
            return reader.ReadDouble();
        }

        Span<byte> bytes = stackalloc byte[16];
        reader.ReadExtension(ExtensionTypes.Complex, "a complex number", bytes);
        return new(BinaryPrimitives.ReadDoubleLittleEndian(bytes), BinaryPrimitives.ReadDoubleLittleEndian(bytes[8..]));
    }

    public static void WriteDecimal(ref MessagePackWriter writer, decimal value)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(value, parts);
        Span<byte> bytes = stackalloc byte[16];
        for (var i = 0; i < parts.Length; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes[(i * 4)..], parts[i]);
        }

        writer.WriteExtension(ExtensionTypes.Decimal, bytes);
    }

    public static decimal ReadDecimal(ref MessagePackReader reader)
    {
        var start = reader.Position;
        if (reader.IsLenient && reader.TryReadNumberText(out var text))
        {
            return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : throw DecodingException.Mismatch("a decimal number", $"\"{text}\"", start);
        }

        if (reader.PeekToken() == MessagePackToken.Integer)
        {
            return (decimal)IntegerFormat.Read(ref reader, null, null);
        }

        Span<byte> bytes = stackalloc byte[16];
        reader.ReadExtension(ExtensionTypes.Decimal, "a decimal number", bytes);
        return ToDecimal(bytes) ?? throw DecodingException.Damaged("this is no decimal number", start);
    }

    /// <summary>The number in 16 bytes; null if they are none.</summary>
    public static decimal? ToDecimal(ReadOnlySpan<byte> bytes)
    {
        var flags = BinaryPrimitives.ReadUInt32LittleEndian(bytes[12..]);
        var scale = (flags & ~DecimalSign) >> DecimalScaleShift;
        return scale <= DecimalLargestScale && (flags & 0xFFFF) == 0
            ? new decimal(
                BinaryPrimitives.ReadInt32LittleEndian(bytes),
                BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]),
                BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]),
                (flags & DecimalSign) != 0,
                (byte)scale)
            : null;
    }
}
