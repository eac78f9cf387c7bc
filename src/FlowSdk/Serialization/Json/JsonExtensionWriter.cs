using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using FlowSdk.Generated;

namespace FlowSdk.Serialization;

/// <summary>Shows extensions as JSON: numbers as numbers, arrays as arrays, times as ISO 8601 text, what is unknown by its type and bytes.</summary>
internal static class JsonExtensionWriter
{
    // To write out a longer integer takes the square of its length.
    private const int LongestInteger = 4096;

    public static void Write(ref MessagePackReader reader, Utf8JsonWriter json)
    {
        var start = reader.Position;
        var ahead = reader;
        if (TextOf(ref ahead) is { } text)
        {
            var isNumber = reader.ReadExtensionHeader().Type is ExtensionTypes.Decimal or ExtensionTypes.Integer or ExtensionTypes.JsonNumber;
            reader = ahead;
            if (isNumber)
            {
                json.WriteRawValue(text);
            }
            else
            {
                json.WriteStringValue(text);
            }

            return;
        }

        var (type, length) = reader.ReadExtensionHeader();
        switch (type)
        {
            case ExtensionTypes.Int8:
                WriteNumbers<sbyte>(ref reader, length, json, static (j, v) => j.WriteNumberValue(v));
                break;
            case ExtensionTypes.Int16:
                WriteNumbers<short>(ref reader, length, json, static (j, v) => j.WriteNumberValue(v));
                break;
            case ExtensionTypes.Int32:
                WriteNumbers<int>(ref reader, length, json, static (j, v) => j.WriteNumberValue(v));
                break;
            case ExtensionTypes.Int64:
                WriteNumbers<long>(ref reader, length, json, static (j, v) => j.WriteNumberValue(v));
                break;
            case ExtensionTypes.UInt8:
                WriteNumbers<byte>(ref reader, length, json, static (j, v) => j.WriteNumberValue(v));
                break;
            case ExtensionTypes.UInt16:
                WriteNumbers<ushort>(ref reader, length, json, static (j, v) => j.WriteNumberValue(v));
                break;
            case ExtensionTypes.UInt32:
                WriteNumbers<uint>(ref reader, length, json, static (j, v) => j.WriteNumberValue(v));
                break;
            case ExtensionTypes.UInt64:
                WriteNumbers<ulong>(ref reader, length, json, static (j, v) => j.WriteNumberValue(v));
                break;
            case ExtensionTypes.Float16:
                WriteNumbers<Half>(ref reader, length, json, static (j, v) => JsonNumbers.Write(j, (float)v));
                break;
            case ExtensionTypes.Float32:
                WriteNumbers<float>(ref reader, length, json, JsonNumbers.Write);
                break;
            case ExtensionTypes.Float64:
                WriteNumbers<double>(ref reader, length, json, JsonNumbers.Write);
                break;
            case ExtensionTypes.Int128:
                WriteNumbers<Int128>(ref reader, length, json, static (j, v) => j.WriteRawValue(v.ToString(CultureInfo.InvariantCulture)));
                break;
            case ExtensionTypes.UInt128:
                WriteNumbers<UInt128>(ref reader, length, json, static (j, v) => j.WriteRawValue(v.ToString(CultureInfo.InvariantCulture)));
                break;
            case ExtensionTypes.Utf16:
                JsonLongValues.WriteText(json, reader.ReadRaw<char>(length, start));
                break;
            case ExtensionTypes.Complex128:
                WriteNumbers<Complex>(ref reader, length, json, WriteComplex);
                break;
            case ExtensionTypes.Boolean:
                WriteNumbers<byte>(ref reader, length, json, static (j, v) => j.WriteBooleanValue(v != 0));
                break;
            case ExtensionTypes.Half when length == 2:
                JsonNumbers.Write(json, (float)reader.ReadRaw<Half>(length, start)[0]);
                break;
            case ExtensionTypes.Complex when length == 16:
                WriteComplex(json, reader.ReadRaw<Complex>(length, start)[0]);
                break;
            default:
                json.WriteStartObject();
                json.WriteNumber("$extension", type);
                json.WritePropertyName("bytes");
                JsonLongValues.WriteBytes(json, new(reader.ReadExtensionBytes(length, start)));
                json.WriteEndObject();
                break;
        }
    }

    /// <summary>A single value as text; null if the next extension is none, or a damaged one.</summary>
    public static string? TextOf(ref MessagePackReader reader)
    {
        var start = reader.Position;
        var (type, length) = reader.ReadExtensionHeader();
        if (type is not (ExtensionTypes.Timestamp or ExtensionTypes.JsonNumber or >= ExtensionTypes.Decimal and <= ExtensionTypes.Integer) || length > LongestInteger)
        {
            return null;
        }

        var bytes = reader.ReadExtensionBytes(length, start);
        return (type, bytes.Length) switch
        {
            (ExtensionTypes.Timestamp or ExtensionTypes.LocalTime, _) => TimeFormat.ToDateTime(type, bytes)?.ToString("O", CultureInfo.InvariantCulture),
            (ExtensionTypes.OffsetTime, 10) => TimeFormat.ToDateTimeOffset(bytes)?.ToString("O", CultureInfo.InvariantCulture),
            (ExtensionTypes.Date, 4) when TimeFormat.IsDay(BinaryPrimitives.ReadInt32LittleEndian(bytes)) =>
                DateOnly.FromDayNumber(BinaryPrimitives.ReadInt32LittleEndian(bytes)).ToString("O", CultureInfo.InvariantCulture),
            (ExtensionTypes.TimeOfDay, 8) when BinaryPrimitives.ReadInt64LittleEndian(bytes) is >= 0 and < TimeSpan.TicksPerDay =>
                new TimeOnly(BinaryPrimitives.ReadInt64LittleEndian(bytes)).ToString("O", CultureInfo.InvariantCulture),
            (ExtensionTypes.Duration, 8) => new TimeSpan(BinaryPrimitives.ReadInt64LittleEndian(bytes)).ToString("c", CultureInfo.InvariantCulture),
            (ExtensionTypes.Decimal, 16) => NumberFormat.ToDecimal(bytes)?.ToString(CultureInfo.InvariantCulture),
            (ExtensionTypes.Guid, 16) => new Guid(bytes, bigEndian: true).ToString(),
            (ExtensionTypes.Integer, > 0) => new BigInteger(bytes).ToString(CultureInfo.InvariantCulture),
            _ => null,
        };
    }

    private static void WriteComplex(Utf8JsonWriter json, Complex value)
    {
        json.WriteStartArray();
        JsonNumbers.Write(json, value.Real);
        JsonNumbers.Write(json, value.Imaginary);
        json.WriteEndArray();
    }

    private static void WriteNumbers<T>(ref MessagePackReader reader, long length, Utf8JsonWriter json, Action<Utf8JsonWriter, T> write)
        where T : unmanaged
    {
        // One by one: an array of a gigabyte is not held twice.
        var start = reader.Position;
        if (length % Unsafe.SizeOf<T>() != 0)
        {
            throw DecodingException.Damaged($"{length:N0} bytes are no whole count of numbers of {Unsafe.SizeOf<T>()} bytes", start);
        }

        T value = default;
        json.WriteStartArray();
        for (var left = length; left > 0; left -= Unsafe.SizeOf<T>())
        {
            reader.ReadRaw(new Span<T>(ref value), start);
            write(json, value);
        }

        json.WriteEndArray();
    }
}
