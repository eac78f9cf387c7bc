using FlowSdk.Generated;

namespace FlowSdk.Serialization;

/// <summary>The codec of a collection that is the sequence of its elements.</summary>
/// <param name="element">The codec of its elements.</param>
/// <param name="create">Makes a collection of its elements.</param>
/// <param name="isReadOnly">Whether elements cannot be replaced, added or removed.</param>
internal sealed class SequenceCodec<TCollection, T>(Codec<T> element, Func<T[], TCollection> create, bool isReadOnly = false) : Codec<TCollection?>
    where TCollection : class, IEnumerable<T>
{
    public override bool IsImmutable => isReadOnly && element.IsImmutable;

    public override void Write(ref MessagePackWriter writer, TCollection? value)
    {
        if (value is null)
        {
            writer.WriteNil();
            return;
        }

        // What cannot tell its count is enumerated once all the same.
        IEnumerable<T> items = value;
        if (!items.TryGetNonEnumeratedCount(out var count))
        {
            var list = items.ToList();
            (items, count) = (list, list.Count);
        }

        writer.Enter(value);
        writer.WriteArrayHeader(count);
        foreach (var item in items)
        {
            element.Write(ref writer, item);
        }

        writer.Leave();
    }

    public override TCollection? Read(ref MessagePackReader reader) =>
        reader.TryReadNil() ? null : create(ElementReader.Read(ref reader, element, "an array"));
}
