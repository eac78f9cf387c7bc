using System.Numerics;
using FlowSdk.Generated;

namespace FlowSdk.Serialization;

/// <summary>Integers of more than 64 bits: as an ordinary integer where they fit, else as the shortest two's complement, little-endian.</summary>
internal static class IntegerFormat
{
    public static void Write(ref MessagePackWriter writer, BigInteger value)
    {
        if (value >= long.MinValue && value <= ulong.MaxValue)
        {
            if (value.Sign < 0)
            {
                writer.WriteInt64((long)value);
            }
            else
            {
                writer.WriteUInt64((ulong)value);
            }

            return;
        }

        writer.WriteExtension(ExtensionTypes.Integer, value.ToByteArray());
    }

    public static BigInteger Read(ref MessagePackReader reader, BigInteger? min, BigInteger? max)
    {
        var start = reader.Position;
        var value = ReadAny(ref reader, start);
        return value < min || value > max
            ? throw DecodingException.Mismatch($"an integer from {min} to {max}", "one that is out of range", start)
            : value;
    }

    private static BigInteger ReadAny(ref MessagePackReader reader, long start)
    {
        if (reader.IsLenient && reader.TryReadNumberText(out var text))
        {
            return LenientText.TryBigInteger(text, out var value) ? value : throw DecodingException.Mismatch("an integer", $"\"{text}\"", start);
        }

        if (reader.TryReadExtension(ExtensionTypes.Integer, out var length))
        {
            return new(reader.ReadExtensionBytes(length, start));
        }

        var (negative, bits) = reader.ReadInteger(start);
        return negative ? (long)bits : bits;
    }
}
