using System.Buffers.Binary;

namespace FlowSdk.Metadata;

/// <summary>
/// The index at the end of a closed segment: the frames of each task, as 12 bytes each (task id, 8 bytes, and offset, 4 bytes, both little-endian) in rising order;
/// then the offset of the segment's last record, that of the index's own frame (4 bytes each), and the mark <c>FLIX</c>.
/// </summary>
internal sealed class SegmentIndex(ReadOnlyMemory<byte> payload)
{
    public const int TrailerSize = 12;

    /// <summary>The most entries of a segment, so that its index fits into a frame. A segment with as many is closed.</summary>
    public const int MaxEntries = 1 << 20;

    private const int EntrySize = 12;

    public static ReadOnlySpan<byte> Mark => "FLIX"u8;

    /// <summary>The offset of the segment's last record.</summary>
    public int LastRecord => BinaryPrimitives.ReadInt32LittleEndian(payload.Span[^TrailerSize..]);

    private int Count => (payload.Length - TrailerSize) / EntrySize;

    /// <summary>Where the index of a segment begins, given the segment's last bytes; null if it is not closed.</summary>
    public static int? OffsetFrom(ReadOnlySpan<byte> trailer) =>
        trailer.Length == TrailerSize && trailer[8..].SequenceEqual(Mark) ? BinaryPrimitives.ReadInt32LittleEndian(trailer[4..]) : null;

    /// <summary>Writes an index.</summary>
    public static void Write(PackBuffer buffer, List<(long Id, int Offset)> entries, int lastRecord, int ownOffset)
    {
        entries.Sort();
        foreach (var (id, offset) in entries)
        {
            var entry = buffer.Add(EntrySize);
            BinaryPrimitives.WriteInt64LittleEndian(entry, id);
            BinaryPrimitives.WriteInt32LittleEndian(entry[8..], offset);
        }

        var trailer = buffer.Add(TrailerSize);
        BinaryPrimitives.WriteInt32LittleEndian(trailer, lastRecord);
        BinaryPrimitives.WriteInt32LittleEndian(trailer[4..], ownOffset);
        Mark.CopyTo(trailer[8..]);
    }

    /// <summary>The offsets of a task's frames, in rising order.</summary>
    public IEnumerable<int> OffsetsOf(long id)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = IdAt(middle) < id ? (middle + 1, high) : (low, middle);
        }

        for (; low < Count && IdAt(low) == id; low++)
        {
            yield return BinaryPrimitives.ReadInt32LittleEndian(payload.Span[(low * EntrySize + 8)..]);
        }
    }

    private long IdAt(int entry) => BinaryPrimitives.ReadInt64LittleEndian(payload.Span[(entry * EntrySize)..]);
}
