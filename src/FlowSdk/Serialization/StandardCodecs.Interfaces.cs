using System.Collections.Immutable;
using FlowSdk.Serialization;

namespace FlowSdk.Generated;

public static partial class StandardCodecs
{
    /// <summary>A sequence; it comes back as an array.</summary>
    /// <typeparam name="T">The elements.</typeparam>
    /// <returns>The codec.</returns>
    public static Codec<IEnumerable<T>?> Enumerable<T>() =>
        new SequenceCodec<IEnumerable<T>, T>(Codecs<T>.Instance, static a => a);

    /// <summary>A sequence of numbers; it comes back as an array.</summary>
    /// <typeparam name="T">The elements.</typeparam>
    /// <returns>The codec.</returns>
    public static Codec<IEnumerable<T>?> RawEnumerable<T>()
        where T : unmanaged =>
        new RawSequenceCodec<IEnumerable<T>, T>(static a => a);

    /// <summary>A read-only collection; it comes back as an array.</summary>
    /// <typeparam name="T">The elements.</typeparam>
    /// <returns>The codec.</returns>
    public static Codec<IReadOnlyCollection<T>?> ReadOnlyCollectionInterface<T>() =>
        new SequenceCodec<IReadOnlyCollection<T>, T>(Codecs<T>.Instance, static a => a);

    /// <summary>A read-only collection of numbers; it comes back as an array.</summary>
    /// <typeparam name="T">The elements.</typeparam>
    /// <returns>The codec.</returns>
    public static Codec<IReadOnlyCollection<T>?> RawReadOnlyCollectionInterface<T>()
        where T : unmanaged =>
        new RawSequenceCodec<IReadOnlyCollection<T>, T>(static a => a);

    /// <summary>A read-only list; it comes back as an array.</summary>
    /// <typeparam name="T">The elements.</typeparam>
    /// <returns>The codec.</returns>
    public static Codec<IReadOnlyList<T>?> ReadOnlyListInterface<T>() =>
        new SequenceCodec<IReadOnlyList<T>, T>(Codecs<T>.Instance, static a => a);

    /// <summary>A read-only list of numbers; it comes back as an array.</summary>
    /// <typeparam name="T">The elements.</typeparam>
    /// <returns>The codec.</returns>
    public static Codec<IReadOnlyList<T>?> RawReadOnlyListInterface<T>()
        where T : unmanaged =>
        new RawSequenceCodec<IReadOnlyList<T>, T>(static a => a);

    /// <summary>A collection; it comes back as a list.</summary>
    /// <typeparam name="T">The elements.</typeparam>
    /// <returns>The codec.</returns>
    public static Codec<ICollection<T>?> CollectionInterface<T>() =>
        new SequenceCodec<ICollection<T>, T>(Codecs<T>.Instance, static a => new List<T>(a));

    /// <summary>A collection of numbers; it comes back as a list.</summary>
    /// <typeparam name="T">The elements.</typeparam>
    /// <returns>The codec.</returns>
    public static Codec<ICollection<T>?> RawCollectionInterface<T>()
        where T : unmanaged =>
        new RawSequenceCodec<ICollection<T>, T>(static a => new List<T>(a));

    /// <summary>A list behind its interface; it comes back as a list.</summary>
    /// <typeparam name="T">The elements.</typeparam>
    /// <returns>The codec.</returns>
    public static Codec<IList<T>?> ListInterface<T>() =>
        new SequenceCodec<IList<T>, T>(Codecs<T>.Instance, static a => new List<T>(a));

    /// <summary>A list of numbers behind its interface; it comes back as a list.</summary>
    /// <typeparam name="T">The elements.</typeparam>
    /// <returns>The codec.</returns>
    public static Codec<IList<T>?> RawListInterface<T>()
        where T : unmanaged =>
        new RawSequenceCodec<IList<T>, T>(static a => new List<T>(a));

    /// <summary>An immutable list behind its interface.</summary>
    /// <typeparam name="T">The elements.</typeparam>
    /// <returns>The codec.</returns>
    public static Codec<IImmutableList<T>?> ImmutableListInterface<T>() =>
        new SequenceCodec<IImmutableList<T>, T>(Codecs<T>.Instance, static a => System.Collections.Immutable.ImmutableList.CreateRange(a), isReadOnly: true);
}
