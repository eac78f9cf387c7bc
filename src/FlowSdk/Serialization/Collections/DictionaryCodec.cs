using FlowSdk.Generated;

namespace FlowSdk.Serialization;

/// <summary>The codec of dictionaries: a map, or an array of the comparer's name and that map.</summary>
/// <param name="key">The codec of the keys.</param>
/// <param name="element">The codec of the values.</param>
/// <param name="comparerOf">The comparer of a dictionary; null if it has the default.</param>
/// <param name="create">Makes a dictionary of its pairs and its comparer.</param>
/// <param name="isHashOrdered">Whether the order of enumeration follows from hash codes, which differ between processes.</param>
/// <param name="isReadOnly">Whether pairs cannot be replaced, added or removed.</param>
internal sealed class DictionaryCodec<TDictionary, TKey, TValue>(
    Codec<TKey> key,
    Codec<TValue> element,
    Func<TDictionary, object?> comparerOf,
    Func<KeyValuePair<TKey, TValue>[], StringComparer?, TDictionary> create,
    bool isHashOrdered = false,
    bool isReadOnly = false) : Codec<TDictionary?>
    where TDictionary : class, IEnumerable<KeyValuePair<TKey, TValue>>
{
    public override bool IsImmutable => isReadOnly && key.IsImmutable && element.IsImmutable;

    public override void Write(ref MessagePackWriter writer, TDictionary? value)
    {
        if (value is null)
        {
            writer.WriteNil();
            return;
        }

        writer.Enter(value);
        if (Comparers.NameOf<TKey>(comparerOf(value)) is { } comparer)
        {
            writer.WriteArrayHeader(2);
            writer.WriteString(comparer);
        }

        if (!value.TryGetNonEnumeratedCount(out var count))
        {
            count = value.Count();
        }

        writer.WriteMapHeader(count);
        if (isHashOrdered)
        {
            SortedEntries.Write(ref writer, value, count, key, element);
        }
        else
        {
            foreach (var (itemKey, item) in value)
            {
                key.Write(ref writer, itemKey);
                element.Write(ref writer, item);
            }
        }

        writer.Leave();
    }

    public override TDictionary? Read(ref MessagePackReader reader)
    {
        if (reader.TryReadNil())
        {
            return null;
        }

        var start = reader.Position;
        StringComparer? comparer = null;
        if (reader.PeekToken() == MessagePackToken.Array)
        {
            comparer = reader.ReadArrayHeader() == 2 ? Comparers.Read<TKey>(ref reader) : throw DecodingException.Mismatch("a map", "an array", start);
        }

        var pairs = ElementReader.ReadPairs(ref reader, key, element);
        try
        {
            var dictionary = create(pairs, comparer);
            return dictionary.Count() == pairs.Length ? dictionary : throw Twice(start, null);
        }
        catch (ArgumentException e)
        {
            throw Twice(start, e);
        }
    }

    private static DecodingException Twice(long start, Exception? cause) => new(FlowErrors.ArtifactDamaged, "a dictionary holds a key twice", start, cause);
}
