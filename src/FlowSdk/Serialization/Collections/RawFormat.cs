using System.Numerics;
using System.Runtime.InteropServices;
using FlowSdk.Generated;

namespace FlowSdk.Serialization;

/// <summary>Runs of numbers as the bytes that they are in memory: bytes as such, all others as an extension of their kind.</summary>
internal static class RawFormat<T>
    where T : unmanaged
{
    // Zero for bytes, which MessagePack knows itself.
    private static readonly sbyte _type = TypeOf();

    public static void Write(ref MessagePackWriter writer, ReadOnlyMemory<T> values)
    {
        if (typeof(T) == typeof(byte))
        {
            writer.WriteBytes((ReadOnlyMemory<byte>)(object)values);
        }
        else
        {
            writer.WriteRaw(_type, values);
        }
    }

    public static void Write(ref MessagePackWriter writer, ReadOnlySpan<T> values)
    {
        if (typeof(T) == typeof(byte))
        {
            writer.WriteBytes(MemoryMarshal.AsBytes(values));
        }
        else
        {
            writer.WriteRaw(_type, values);
        }
    }

    public static T[] Read(ref MessagePackReader reader)
    {
        var start = reader.Position;
        if (typeof(T) == typeof(byte) && reader.PeekToken() is MessagePackToken.Bytes or MessagePackToken.Text)
        {
            return (T[])(object)reader.ReadBytes();
        }

        if (reader.TryReadExtension(_type, out var length))
        {
            return Checked(ref reader, reader.ReadRaw<T>(length, start), start);
        }

        return reader.TryReadChunks<T>(_type) is { } values ? Checked(ref reader, values, start) : ReadOneByOne(ref reader);
    }

    // Numbers of a program that knows nothing of raw arrays, or of a person.
    private static T[] ReadOneByOne(ref MessagePackReader reader) => ElementReader.Read(ref reader, Codecs<T>.Instance, "an array of numbers");

    // A truth value that is neither true nor false would break what the compiler takes for granted.
    private static T[] Checked(ref MessagePackReader reader, T[] values, long start)
    {
        if (typeof(T) == typeof(bool)
            && MemoryMarshal.AsBytes(values.AsSpan()).ContainsAnyExceptInRange((byte)0, (byte)1))
        {
            throw DecodingException.Damaged("a truth value is neither 0 nor 1", start);
        }

        return values;
    }

    private static sbyte TypeOf() => default(T) switch
    {
        byte => 0,
        sbyte => ExtensionTypes.Int8,
        short => ExtensionTypes.Int16,
        int => ExtensionTypes.Int32,
        long => ExtensionTypes.Int64,
        ushort => ExtensionTypes.UInt16,
        uint => ExtensionTypes.UInt32,
        ulong => ExtensionTypes.UInt64,
        Half => ExtensionTypes.Float16,
        float => ExtensionTypes.Float32,
        double => ExtensionTypes.Float64,
        Int128 => ExtensionTypes.Int128,
        UInt128 => ExtensionTypes.UInt128,
        char => ExtensionTypes.Utf16,
        Complex => ExtensionTypes.Complex128,
        bool => ExtensionTypes.Boolean,
        _ => throw new NotSupportedException($"There is no raw format for {typeof(T)}."),
    };
}
