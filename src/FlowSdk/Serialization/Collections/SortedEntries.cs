using System.Buffers;
using FlowSdk.Generated;

namespace FlowSdk.Serialization;

/// <summary>Writes the entries of collections that have no order of their own, ordered by the bytes of their keys, so that equal collections have equal bytes.</summary>
internal static class SortedEntries
{
    public static void Write<T>(ref MessagePackWriter writer, IEnumerable<T> items, int count, Codec<T> element)
    {
        var entries = new List<(int Key, int End)>(count);
        var buffer = EncodingBuffer.Rent();
        var scratch = writer.Nested(buffer);
        foreach (var item in items)
        {
            element.Write(ref scratch, item);
            entries.Add((scratch.Length, scratch.Length));
        }

        WriteSorted(ref writer, ref scratch, buffer, entries);
    }

    public static void Write<TKey, TValue>(
        ref MessagePackWriter writer, IEnumerable<KeyValuePair<TKey, TValue>> items, int count, Codec<TKey> key, Codec<TValue> value)
    {
        var entries = new List<(int Key, int End)>(count);
        var buffer = EncodingBuffer.Rent();
        var scratch = writer.Nested(buffer);
        foreach (var item in items)
        {
            key.Write(ref scratch, item.Key);
            var keyEnd = scratch.Length;
            value.Write(ref scratch, item.Value);
            entries.Add((keyEnd, scratch.Length));
        }

        WriteSorted(ref writer, ref scratch, buffer, entries);
    }

    private static void WriteSorted(ref MessagePackWriter writer, ref MessagePackWriter scratch, EncodingBuffer buffer, List<(int Key, int End)> entries)
    {
        scratch.Flush();
        var bytes = buffer.ToSequence();
        var encoded = bytes.IsSingleSegment ? bytes.First : bytes.ToArray();
        var starts = new int[entries.Count];
        for (var i = 1; i < starts.Length; i++)
        {
            starts[i] = entries[i - 1].End;
        }

        var order = Enumerable.Range(0, starts.Length).ToArray();
        Array.Sort(order, (a, b) => encoded.Span[starts[a]..entries[a].Key].SequenceCompareTo(encoded.Span[starts[b]..entries[b].Key]));
        foreach (var index in order)
        {
            writer.WriteEncoded(new ReadOnlySequence<byte>(encoded[starts[index]..entries[index].End]));
        }

        foreach (var manifest in buffer.Attachments)
        {
            writer.Attach(manifest);
        }

        buffer.Release();
    }
}
