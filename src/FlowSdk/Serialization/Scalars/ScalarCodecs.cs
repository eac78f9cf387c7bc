using System.Numerics;
using FlowSdk.Generated;

namespace FlowSdk.Serialization;

/// <summary>The codecs that need no registration.</summary>
internal static class ScalarCodecs
{
    /// <summary>The codec of a type without parts; null for any other type.</summary>
    /// <remarks>A chain of comparisons, of which the compiler keeps one branch: no table is built at start.</remarks>
    public static Codec<T>? Create<T>() =>
        typeof(T).IsValueType ? CreateInteger<T>() ?? CreateNumber<T>() ?? CreateTime<T>() : CreateReference<T>();

    private static Codec<T>? CreateInteger<T>()
    {
        if (typeof(T) == typeof(int))
        {
            return Of<T, int>(static (ref w, v) => w.WriteInt64(v), static (ref r) => r.ReadInt32());
        }

        if (typeof(T) == typeof(long))
        {
            return Of<T, long>(static (ref w, v) => w.WriteInt64(v), static (ref r) => r.ReadInt64());
        }

        if (typeof(T) == typeof(bool))
        {
            return Of<T, bool>(static (ref w, v) => w.WriteBoolean(v), static (ref r) => r.ReadBoolean());
        }

        if (typeof(T) == typeof(byte))
        {
            return Of<T, byte>(static (ref w, v) => w.WriteUInt64(v), static (ref r) => r.ReadByte());
        }

        if (typeof(T) == typeof(sbyte))
        {
            return Of<T, sbyte>(static (ref w, v) => w.WriteInt64(v), static (ref r) => r.ReadSByte());
        }

        if (typeof(T) == typeof(short))
        {
            return Of<T, short>(static (ref w, v) => w.WriteInt64(v), static (ref r) => r.ReadInt16());
        }

        if (typeof(T) == typeof(ushort))
        {
            return Of<T, ushort>(static (ref w, v) => w.WriteUInt64(v), static (ref r) => r.ReadUInt16());
        }

        if (typeof(T) == typeof(uint))
        {
            return Of<T, uint>(static (ref w, v) => w.WriteUInt64(v), static (ref r) => r.ReadUInt32());
        }

        if (typeof(T) == typeof(ulong))
        {
            return Of<T, ulong>(static (ref w, v) => w.WriteUInt64(v), static (ref r) => r.ReadUInt64());
        }

        if (typeof(T) == typeof(nint))
        {
            return Of<T, nint>(static (ref w, v) => w.WriteInt64(v), static (ref r) => (nint)r.ReadInt64());
        }

        return typeof(T) == typeof(nuint)
            ? Of<T, nuint>(static (ref w, v) => w.WriteUInt64(v), static (ref r) => (nuint)r.ReadUInt64())
            : null;
    }

    private static Codec<T>? CreateNumber<T>()
    {
        if (typeof(T) == typeof(double))
        {
            return Of<T, double>(static (ref w, v) => w.WriteDouble(v), static (ref r) => r.ReadDouble());
        }

        if (typeof(T) == typeof(float))
        {
            return Of<T, float>(static (ref w, v) => w.WriteSingle(v), static (ref r) => r.ReadSingle());
        }

        if (typeof(T) == typeof(Half))
        {
            return Of<T, Half>(NumberFormat.WriteHalf, NumberFormat.ReadHalf);
        }

        if (typeof(T) == typeof(decimal))
        {
            return Of<T, decimal>(NumberFormat.WriteDecimal, NumberFormat.ReadDecimal);
        }

        if (typeof(T) == typeof(Int128))
        {
            return Of<T, Int128>(static (ref w, v) => IntegerFormat.Write(ref w, v), static (ref r) => (Int128)IntegerFormat.Read(ref r, Int128.MinValue, Int128.MaxValue));
        }

        if (typeof(T) == typeof(UInt128))
        {
            return Of<T, UInt128>(static (ref w, v) => IntegerFormat.Write(ref w, v), static (ref r) => (UInt128)IntegerFormat.Read(ref r, UInt128.MinValue, UInt128.MaxValue));
        }

        if (typeof(T) == typeof(BigInteger))
        {
            return Of<T, BigInteger>(IntegerFormat.Write, static (ref r) => IntegerFormat.Read(ref r, null, null));
        }

        if (typeof(T) == typeof(Complex))
        {
            return Of<T, Complex>(NumberFormat.WriteComplex, NumberFormat.ReadComplex);
        }

        if (typeof(T) == typeof(char))
        {
            return Of<T, char>(static (ref w, v) => w.WriteUInt64(v), TextFormat.ReadChar);
        }

        return typeof(T) == typeof(Guid) ? Of<T, Guid>(TextFormat.WriteGuid, TextFormat.ReadGuid) : null;
    }

    private static Codec<T>? CreateTime<T>()
    {
        if (typeof(T) == typeof(DateTime))
        {
            return Of<T, DateTime>(TimeFormat.WriteDateTime, TimeFormat.ReadDateTime);
        }

        if (typeof(T) == typeof(DateTimeOffset))
        {
            return Of<T, DateTimeOffset>(TimeFormat.WriteDateTimeOffset, TimeFormat.ReadDateTimeOffset);
        }

        if (typeof(T) == typeof(TimeSpan))
        {
            return Of<T, TimeSpan>(TimeFormat.WriteTimeSpan, TimeFormat.ReadTimeSpan);
        }

        if (typeof(T) == typeof(DateOnly))
        {
            return Of<T, DateOnly>(TimeFormat.WriteDateOnly, TimeFormat.ReadDateOnly);
        }

        return typeof(T) == typeof(TimeOnly) ? Of<T, TimeOnly>(TimeFormat.WriteTimeOnly, TimeFormat.ReadTimeOnly) : null;
    }

    private static Codec<T>? CreateReference<T>()
    {
        if (typeof(T) == typeof(string))
        {
            return Of<T, string?>(static (ref w, v) => w.WriteString(v), static (ref r) => r.ReadString());
        }

        if (typeof(T) == typeof(Uri))
        {
            return Of<T, Uri?>(TextFormat.WriteUri, TextFormat.ReadUri);
        }

        if (typeof(T) == typeof(Version))
        {
            return Of<T, Version?>(TextFormat.WriteVersion, TextFormat.ReadVersion);
        }

        if (typeof(T) == typeof(ArtifactFile))
        {
            return Of<T, ArtifactFile?>(FileFormat.WriteFile, FileFormat.ReadFile);
        }

        return typeof(T) == typeof(IncludedFile) ? Of<T, IncludedFile?>(FileFormat.WriteIncluded, FileFormat.ReadIncluded) : null;
    }

    private static Codec<T> Of<T, TActual>(WriteValue<TActual> write, ReadValue<TActual> read) =>
        (Codec<T>)(object)new ScalarCodec<TActual>(write, read);
}
