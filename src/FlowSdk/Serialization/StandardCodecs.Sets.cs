using System.Collections.Frozen;
using System.Collections.Immutable;
using FlowSdk.Serialization;

namespace FlowSdk.Generated;

public static partial class StandardCodecs
{
    /// <summary>A set.</summary>
    /// <typeparam name="T">The elements.</typeparam>
    /// <returns>The codec.</returns>
    public static Codec<HashSet<T>?> HashSet<T>() =>
        new SetCodec<HashSet<T>, T>(Codecs<T>.Instance, static s => s.Comparer, static (a, c) => new HashSet<T>(a, As<IEqualityComparer<T>>(c)));

    /// <summary>A sorted set.</summary>
    /// <typeparam name="T">The elements.</typeparam>
    /// <returns>The codec.</returns>
    public static Codec<SortedSet<T>?> SortedSet<T>() =>
        new SetCodec<SortedSet<T>, T>(Codecs<T>.Instance, static s => s.Comparer, static (a, c) => new SortedSet<T>(a, As<IComparer<T>>(c)));

    /// <summary>An immutable set, ordered by the bytes of its elements.</summary>
    /// <typeparam name="T">The elements.</typeparam>
    /// <returns>The codec.</returns>
    public static Codec<ImmutableHashSet<T>?> ImmutableHashSet<T>() =>
        new SetCodec<ImmutableHashSet<T>, T>(Codecs<T>.Instance, static s => s.KeyComparer, static (a, c) => System.Collections.Immutable.ImmutableHashSet.CreateRange(As<IEqualityComparer<T>>(c), a), isHashOrdered: true, isReadOnly: true);

    /// <summary>An immutable sorted set.</summary>
    /// <typeparam name="T">The elements.</typeparam>
    /// <returns>The codec.</returns>
    public static Codec<ImmutableSortedSet<T>?> ImmutableSortedSet<T>() =>
        new SetCodec<ImmutableSortedSet<T>, T>(Codecs<T>.Instance, static s => s.KeyComparer, static (a, c) => System.Collections.Immutable.ImmutableSortedSet.CreateRange(As<IComparer<T>>(c), a), isReadOnly: true);

    /// <summary>A frozen set, ordered by the bytes of its elements.</summary>
    /// <typeparam name="T">The elements.</typeparam>
    /// <returns>The codec.</returns>
    public static Codec<FrozenSet<T>?> FrozenSet<T>() =>
        new SetCodec<FrozenSet<T>, T>(Codecs<T>.Instance, static s => s.Comparer, static (a, c) => a.ToFrozenSet(As<IEqualityComparer<T>>(c)), isHashOrdered: true, isReadOnly: true);

    /// <summary>A set behind its interface; it comes back as a hash set.</summary>
    /// <typeparam name="T">The elements.</typeparam>
    /// <returns>The codec.</returns>
    public static Codec<ISet<T>?> SetInterface<T>() =>
        new SetCodec<ISet<T>, T>(Codecs<T>.Instance, ComparerOf<T>, static (a, c) => new HashSet<T>(a, As<IEqualityComparer<T>>(c)));

    /// <summary>A set behind its read-only interface; it comes back as a hash set.</summary>
    /// <typeparam name="T">The elements.</typeparam>
    /// <returns>The codec.</returns>
    public static Codec<IReadOnlySet<T>?> ReadOnlySetInterface<T>() =>
        new SetCodec<IReadOnlySet<T>, T>(Codecs<T>.Instance, ComparerOf<T>, static (a, c) => new HashSet<T>(a, As<IEqualityComparer<T>>(c)));

    // Only texts have comparers that are recorded, so the cast can only succeed.
    private static TComparer? As<TComparer>(object? comparer)
        where TComparer : class => (TComparer?)comparer;

    private static object? ComparerOf<T>(object set) => set switch
    {
        HashSet<T> hashSet => hashSet.Comparer,
        SortedSet<T> sortedSet => sortedSet.Comparer,
        ImmutableHashSet<T> immutable => immutable.KeyComparer,
        ImmutableSortedSet<T> immutable => immutable.KeyComparer,
        FrozenSet<T> frozen => frozen.Comparer,
        _ => null,
    };
}
