using FlowSdk.Generated;

namespace FlowSdk.Serialization;

/// <summary>Reads the elements of collections.</summary>
internal static class ElementReader
{
    public static T[] Read<T>(ref MessagePackReader reader, Codec<T> element, string expected)
    {
        if (reader.PeekToken() != MessagePackToken.Array)
        {
            throw reader.UnexpectedNext(expected);
        }

        reader.Enter();
        var count = reader.ReadArrayHeader();
        var items = count == 0 ? [] : new T[reader.Capacity<T>(count)];
        for (var i = 0; i < count; i++)
        {
            if (i == items.Length)
            {
                Array.Resize(ref items, (int)Math.Min(count, items.Length * 2L));
            }

            items[i] = element.Read(ref reader);
        }

        reader.Leave();
        return items;
    }

    public static KeyValuePair<TKey, TValue>[] ReadPairs<TKey, TValue>(ref MessagePackReader reader, Codec<TKey> key, Codec<TValue> value)
    {
        reader.Enter();
        var count = reader.ReadMapHeader();
        var items = count == 0 ? [] : new KeyValuePair<TKey, TValue>[reader.Capacity<KeyValuePair<TKey, TValue>>(count)];
        for (var i = 0; i < count; i++)
        {
            if (i == items.Length)
            {
                Array.Resize(ref items, (int)Math.Min(count, items.Length * 2L));
            }

            var start = reader.Position;
            var itemKey = key.Read(ref reader);
            if (itemKey is null)
            {
                throw DecodingException.Damaged("a key is null", start);
            }

            items[i] = new(itemKey, value.Read(ref reader));
        }

        reader.Leave();
        return items;
    }
}
