using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using FlowSdk.Serialization;

namespace FlowSdk.Generated;

public static partial class StandardCodecs
{
    /// <summary>A dictionary.</summary>
    /// <typeparam name="TKey">The keys.</typeparam>
    /// <typeparam name="TValue">The values.</typeparam>
    /// <returns>The codec.</returns>
    public static Codec<Dictionary<TKey, TValue>?> Dictionary<TKey, TValue>()
        where TKey : notnull =>
        new DictionaryCodec<Dictionary<TKey, TValue>, TKey, TValue>(Codecs<TKey>.Instance, Codecs<TValue>.Instance, static d => d.Comparer, static (a, c) => new Dictionary<TKey, TValue>(a, As<IEqualityComparer<TKey>>(c)));

    /// <summary>A sorted dictionary.</summary>
    /// <typeparam name="TKey">The keys.</typeparam>
    /// <typeparam name="TValue">The values.</typeparam>
    /// <returns>The codec.</returns>
    public static Codec<SortedDictionary<TKey, TValue>?> SortedDictionary<TKey, TValue>()
        where TKey : notnull =>
        new DictionaryCodec<SortedDictionary<TKey, TValue>, TKey, TValue>(Codecs<TKey>.Instance, Codecs<TValue>.Instance, static d => d.Comparer, static (a, c) => Fill(new SortedDictionary<TKey, TValue>(As<IComparer<TKey>>(c)), a));

    /// <summary>A sorted list of keys and values.</summary>
    /// <typeparam name="TKey">The keys.</typeparam>
    /// <typeparam name="TValue">The values.</typeparam>
    /// <returns>The codec.</returns>
    public static Codec<SortedList<TKey, TValue>?> SortedList<TKey, TValue>()
        where TKey : notnull =>
        new DictionaryCodec<SortedList<TKey, TValue>, TKey, TValue>(Codecs<TKey>.Instance, Codecs<TValue>.Instance, static d => d.Comparer, static (a, c) => Fill(new SortedList<TKey, TValue>(a.Length, As<IComparer<TKey>>(c)), a));

    /// <summary>A read-only view of a dictionary.</summary>
    /// <typeparam name="TKey">The keys.</typeparam>
    /// <typeparam name="TValue">The values.</typeparam>
    /// <returns>The codec.</returns>
    public static Codec<ReadOnlyDictionary<TKey, TValue>?> ReadOnlyDictionary<TKey, TValue>()
        where TKey : notnull =>
        new DictionaryCodec<ReadOnlyDictionary<TKey, TValue>, TKey, TValue>(Codecs<TKey>.Instance, Codecs<TValue>.Instance, static d => null, static (a, c) => new ReadOnlyDictionary<TKey, TValue>(new Dictionary<TKey, TValue>(a, As<IEqualityComparer<TKey>>(c))));

    /// <summary>A dictionary for several threads, ordered by the bytes of its keys.</summary>
    /// <typeparam name="TKey">The keys.</typeparam>
    /// <typeparam name="TValue">The values.</typeparam>
    /// <returns>The codec.</returns>
    public static Codec<ConcurrentDictionary<TKey, TValue>?> ConcurrentDictionary<TKey, TValue>()
        where TKey : notnull =>
        new DictionaryCodec<ConcurrentDictionary<TKey, TValue>, TKey, TValue>(Codecs<TKey>.Instance, Codecs<TValue>.Instance, static d => d.Comparer, static (a, c) => new ConcurrentDictionary<TKey, TValue>(a, As<IEqualityComparer<TKey>>(c)), isHashOrdered: true);

    /// <summary>An immutable dictionary, ordered by the bytes of its keys.</summary>
    /// <typeparam name="TKey">The keys.</typeparam>
    /// <typeparam name="TValue">The values.</typeparam>
    /// <returns>The codec.</returns>
    public static Codec<ImmutableDictionary<TKey, TValue>?> ImmutableDictionary<TKey, TValue>()
        where TKey : notnull =>
        new DictionaryCodec<ImmutableDictionary<TKey, TValue>, TKey, TValue>(Codecs<TKey>.Instance, Codecs<TValue>.Instance, static d => d.KeyComparer, static (a, c) => System.Collections.Immutable.ImmutableDictionary.CreateRange(As<IEqualityComparer<TKey>>(c), a), isHashOrdered: true, isReadOnly: true);

    /// <summary>An immutable sorted dictionary.</summary>
    /// <typeparam name="TKey">The keys.</typeparam>
    /// <typeparam name="TValue">The values.</typeparam>
    /// <returns>The codec.</returns>
    public static Codec<ImmutableSortedDictionary<TKey, TValue>?> ImmutableSortedDictionary<TKey, TValue>()
        where TKey : notnull =>
        new DictionaryCodec<ImmutableSortedDictionary<TKey, TValue>, TKey, TValue>(Codecs<TKey>.Instance, Codecs<TValue>.Instance, static d => d.KeyComparer, static (a, c) => System.Collections.Immutable.ImmutableSortedDictionary.CreateRange(As<IComparer<TKey>>(c), a), isReadOnly: true);

    /// <summary>A frozen dictionary, ordered by the bytes of its keys.</summary>
    /// <typeparam name="TKey">The keys.</typeparam>
    /// <typeparam name="TValue">The values.</typeparam>
    /// <returns>The codec.</returns>
    public static Codec<FrozenDictionary<TKey, TValue>?> FrozenDictionary<TKey, TValue>()
        where TKey : notnull =>
        new DictionaryCodec<FrozenDictionary<TKey, TValue>, TKey, TValue>(Codecs<TKey>.Instance, Codecs<TValue>.Instance, static d => d.Comparer, static (a, c) => a.ToFrozenDictionary(As<IEqualityComparer<TKey>>(c)), isHashOrdered: true, isReadOnly: true);

    /// <summary>A dictionary behind its interface; it comes back as a dictionary.</summary>
    /// <typeparam name="TKey">The keys.</typeparam>
    /// <typeparam name="TValue">The values.</typeparam>
    /// <returns>The codec.</returns>
    public static Codec<IDictionary<TKey, TValue>?> DictionaryInterface<TKey, TValue>()
        where TKey : notnull =>
        new DictionaryCodec<IDictionary<TKey, TValue>, TKey, TValue>(Codecs<TKey>.Instance, Codecs<TValue>.Instance, ComparerOf<TKey, TValue>, static (a, c) => new Dictionary<TKey, TValue>(a, As<IEqualityComparer<TKey>>(c)));

    /// <summary>A dictionary behind its read-only interface; it comes back as a dictionary.</summary>
    /// <typeparam name="TKey">The keys.</typeparam>
    /// <typeparam name="TValue">The values.</typeparam>
    /// <returns>The codec.</returns>
    public static Codec<IReadOnlyDictionary<TKey, TValue>?> ReadOnlyDictionaryInterface<TKey, TValue>()
        where TKey : notnull =>
        new DictionaryCodec<IReadOnlyDictionary<TKey, TValue>, TKey, TValue>(Codecs<TKey>.Instance, Codecs<TValue>.Instance, ComparerOf<TKey, TValue>, static (a, c) => new Dictionary<TKey, TValue>(a, As<IEqualityComparer<TKey>>(c)));

    private static TDictionary Fill<TDictionary, TKey, TValue>(TDictionary dictionary, KeyValuePair<TKey, TValue>[] pairs)
        where TDictionary : IDictionary<TKey, TValue>
    {
        foreach (var (key, value) in pairs)
        {
            dictionary.Add(key, value);
        }

        return dictionary;
    }

    private static object? ComparerOf<TKey, TValue>(object dictionary)
        where TKey : notnull => dictionary switch
    {
        Dictionary<TKey, TValue> plain => plain.Comparer,
        SortedDictionary<TKey, TValue> sorted => sorted.Comparer,
        SortedList<TKey, TValue> sorted => sorted.Comparer,
        ImmutableDictionary<TKey, TValue> immutable => immutable.KeyComparer,
        ImmutableSortedDictionary<TKey, TValue> immutable => immutable.KeyComparer,
        ConcurrentDictionary<TKey, TValue> concurrent => concurrent.Comparer,
        FrozenDictionary<TKey, TValue> frozen => frozen.Comparer,
        _ => null,
    };
}
