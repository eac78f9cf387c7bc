using System.Collections;
using System.ComponentModel;
using FlowSdk.Serialization;

namespace FlowSdk.Generated;

/// <summary>The codecs of .NET's own types, put together from those of their parts. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class StandardCodecs
{
    /// <summary>A user's own codec.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="codec">What reads and writes it.</param>
    /// <returns>The codec.</returns>
    public static Codec<T> Custom<T>(IArtifactCodec<T> codec) => new CustomCodec<T>(codec);

    /// <summary>An enum.</summary>
    /// <typeparam name="T">The enum.</typeparam>
    /// <typeparam name="TNumber">The type of its numbers.</typeparam>
    /// <returns>The codec.</returns>
    public static Codec<T> Enum<T, TNumber>()
        where T : struct, Enum
        where TNumber : struct => new EnumCodec<T, TNumber>();

    /// <summary>A value type or null.</summary>
    /// <typeparam name="T">The value type.</typeparam>
    /// <returns>The codec.</returns>
    public static Codec<T?> Nullable<T>()
        where T : struct => new NullableCodec<T>(Codecs<T>.Instance);

    /// <summary>A key with a value.</summary>
    /// <typeparam name="TKey">The key.</typeparam>
    /// <typeparam name="TValue">The value.</typeparam>
    /// <returns>The codec.</returns>
    public static Codec<KeyValuePair<TKey, TValue>> KeyValuePair<TKey, TValue>() =>
        new KeyValuePairCodec<TKey, TValue>(Codecs<TKey>.Instance, Codecs<TValue>.Instance);

    /// <summary>An array of bits.</summary>
    /// <returns>The codec.</returns>
    public static Codec<BitArray?> BitArray() => new BitArrayCodec();

    /// <summary>An array.</summary>
    /// <typeparam name="T">The elements.</typeparam>
    /// <returns>The codec.</returns>
    public static Codec<T[]?> Array<T>() =>
        new ArrayCodec<T[]?, T>(Codecs<T>.Instance, static v => v is null ? null : (ReadOnlyMemory<T>?)v, static a => a);

    /// <summary>An array of numbers.</summary>
    /// <typeparam name="T">The numbers.</typeparam>
    /// <returns>The codec.</returns>
    public static Codec<T[]?> RawArray<T>()
        where T : unmanaged => new RawCodec<T[]?, T>(static v => v is null ? null : (ReadOnlyMemory<T>?)v, static a => a);

    /// <summary>An array of several dimensions.</summary>
    /// <typeparam name="TArray">The array.</typeparam>
    /// <typeparam name="T">The elements.</typeparam>
    /// <param name="rank">The number of dimensions.</param>
    /// <param name="create">Makes an array of given lengths.</param>
    /// <returns>The codec.</returns>
    public static Codec<TArray?> MultiDimensional<TArray, T>(int rank, Func<int[], TArray> create)
        where TArray : class => new MultiDimensionalCodec<TArray, T>(rank, Array<T>()!, create);

    /// <summary>An array of several dimensions of numbers.</summary>
    /// <typeparam name="TArray">The array.</typeparam>
    /// <typeparam name="T">The numbers.</typeparam>
    /// <param name="rank">The number of dimensions.</param>
    /// <param name="create">Makes an array of given lengths.</param>
    /// <returns>The codec.</returns>
    public static Codec<TArray?> RawMultiDimensional<TArray, T>(int rank, Func<int[], TArray> create)
        where TArray : class
        where T : unmanaged => new MultiDimensionalCodec<TArray, T>(rank, RawArray<T>()!, create);
}
