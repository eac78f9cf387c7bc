using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FlowSdk.Serialization;

/// <summary>How long arrays of numbers are cut, since one extension holds less than 4 GiB.</summary>
internal static class RawChunks
{
    /// <summary>The bytes of each chunk but the last. Part of the format.</summary>
    private const int Bytes = 1 << 30;

    /// <summary>The numbers in each chunk but the last.</summary>
    public static int Elements<T>()
        where T : unmanaged => Bytes / Unsafe.SizeOf<T>();

    /// <summary>The number of chunks; one for no numbers at all.</summary>
    public static int Count<T>(int length)
        where T : unmanaged => length == 0 ? 1 : (int)(((long)length + Elements<T>() - 1) / Elements<T>());

    /// <summary>Turns the byte order of a number round, for machines whose order is not the format's.</summary>
    public static T Swap<T>(T value)
        where T : unmanaged
    {
        var bytes = MemoryMarshal.AsBytes(new Span<T>(ref value));
        var unit = typeof(T) == typeof(Complex) ? bytes.Length / 2 : bytes.Length;
        for (var start = 0; start < bytes.Length; start += unit)
        {
            bytes.Slice(start, unit).Reverse();
        }

        return value;
    }
}
