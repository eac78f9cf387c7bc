using FlowSdk.Generated;

namespace FlowSdk.Serialization;

/// <summary>The codec of sets: an array, or a map of the comparer's name to that array.</summary>
/// <param name="element">The codec of the elements.</param>
/// <param name="comparerOf">The comparer of a set; null if it has the default.</param>
/// <param name="create">Makes a set of its elements and its comparer.</param>
/// <param name="isHashOrdered">Whether the order of enumeration follows from hash codes, which differ between processes.</param>
/// <param name="isReadOnly">Whether elements cannot be added or removed.</param>
internal sealed class SetCodec<TSet, T>(
    Codec<T> element, Func<TSet, object?> comparerOf, Func<T[], StringComparer?, TSet> create, bool isHashOrdered = false, bool isReadOnly = false) : Codec<TSet?>
    where TSet : class, IEnumerable<T>
{
    public override bool IsImmutable => isReadOnly && element.IsImmutable;

    public override void Write(ref MessagePackWriter writer, TSet? value)
    {
        if (value is null)
        {
            writer.WriteNil();
            return;
        }

        writer.Enter(value);
        if (Comparers.NameOf<T>(comparerOf(value)) is { } comparer)
        {
            writer.WriteMapHeader(1);
            writer.WriteString(comparer);
        }

        if (!value.TryGetNonEnumeratedCount(out var count))
        {
            count = value.Count();
        }

        writer.WriteArrayHeader(count);
        if (isHashOrdered)
        {
            SortedEntries.Write(ref writer, value, count, element);
        }
        else
        {
            foreach (var item in value)
            {
                element.Write(ref writer, item);
            }
        }

        writer.Leave();
    }

    public override TSet? Read(ref MessagePackReader reader)
    {
        if (reader.TryReadNil())
        {
            return null;
        }

        var start = reader.Position;
        StringComparer? comparer = null;
        if (reader.PeekToken() == MessagePackToken.Map)
        {
            comparer = reader.ReadMapHeader() == 1 ? Comparers.Read<T>(ref reader) : throw DecodingException.Damaged("this is no set", start);
        }

        var items = ElementReader.Read(ref reader, element, "an array");
        var set = create(items, comparer);
        return set.Count() == items.Length ? set : throw DecodingException.Damaged("a set holds an element twice", start);
    }
}
