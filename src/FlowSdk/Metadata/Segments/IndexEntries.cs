using System.Buffers.Binary;

namespace FlowSdk.Metadata;

/// <summary>Entries of an index, 12 bytes each, little-endian, in rising order: a task id (8 bytes), and the offset of what belongs to it (4 bytes).</summary>
internal readonly struct IndexEntries(ReadOnlyMemory<byte> bytes)
{
    private const int EntrySize = 12;

    public int Count => bytes.Length / EntrySize;

    public (long Id, int Offset) this[int entry]
    {
        get
        {
            var span = bytes.Span.Slice(entry * EntrySize, EntrySize);
            return (BinaryPrimitives.ReadInt64LittleEndian(span), BinaryPrimitives.ReadInt32LittleEndian(span[8..]));
        }
    }

    public static void Write(PackBuffer buffer, IReadOnlyList<(long Id, int Offset)> entries)
    {
        foreach (var (id, offset) in entries)
        {
            var entry = buffer.Add(EntrySize);
            BinaryPrimitives.WriteInt64LittleEndian(entry, id);
            BinaryPrimitives.WriteInt32LittleEndian(entry[8..], offset);
        }
    }

    /// <summary>The number of the first entry of a task or a later one.</summary>
    public int FirstOf(long id)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = this[middle].Id < id ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>The offsets of a task, in rising order.</summary>
    public IEnumerable<int> OffsetsOf(long id)
    {
        for (var entry = FirstOf(id); entry < Count && this[entry].Id == id; entry++)
        {
            yield return this[entry].Offset;
        }
    }
}
