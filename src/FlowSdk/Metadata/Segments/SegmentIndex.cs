using System.Buffers.Binary;

namespace FlowSdk.Metadata;

/// <summary>
/// The index at the end of a closed segment. It is a tree of two levels, so that few bytes are read for one task of many: the frames of each task, in rising order,
/// are cut into pages, frames of their own; the last frame names the first task of each page and the page's offset, and after that
/// the offset of the segment's last record, that of this frame itself (4 bytes each), and the mark <c>FLIX</c>.
/// </summary>
/// <param name="payload">That of the last frame.</param>
internal sealed class SegmentIndex(ReadOnlyMemory<byte> payload)
{
    public const int TrailerSize = 12;

    /// <summary>The most entries of a segment, so that the pages are so few that reading the last frame costs little. A segment with as many is closed.</summary>
    public const int MaxEntries = 1 << 20;

    private const int EntriesInPage = 512;

    public static ReadOnlySpan<byte> Mark => "FLIX"u8;

    /// <summary>The offset of the segment's last record.</summary>
    public int LastRecord => BinaryPrimitives.ReadInt32LittleEndian(payload.Span[^TrailerSize..]);

    private IndexEntries Pages => new(payload[..^TrailerSize]);

    /// <summary>Where the last frame of a segment's index begins, given the segment's last bytes; null if it is not closed.</summary>
    public static int? OffsetFrom(ReadOnlySpan<byte> trailer) =>
        trailer.Length == TrailerSize && trailer[8..].SequenceEqual(Mark) ? BinaryPrimitives.ReadInt32LittleEndian(trailer[4..]) : null;

    /// <summary>Adds an index to the last bytes of a segment.</summary>
    /// <param name="buffer">These bytes.</param>
    /// <param name="before">How many bytes of the segment come before them.</param>
    /// <param name="entries">The frames of tasks.</param>
    /// <param name="lastRecord">The offset of the last record.</param>
    public static void Append(PackBuffer buffer, int before, List<(long Id, int Offset)> entries, int lastRecord)
    {
        entries.Sort();
        var pages = new List<(long Id, int Offset)>();
        foreach (var page in entries.Chunk(EntriesInPage))
        {
            pages.Add((page[0].Id, before + buffer.Length));
            Frame.Append(buffer, FrameType.IndexPage, payload => IndexEntries.Write(payload, page));
        }

        var own = before + buffer.Length;
        Frame.Append(buffer, FrameType.Index, payload =>
        {
            IndexEntries.Write(payload, pages);
            var trailer = payload.Add(TrailerSize);
            BinaryPrimitives.WriteInt32LittleEndian(trailer, lastRecord);
            BinaryPrimitives.WriteInt32LittleEndian(trailer[4..], own);
            Mark.CopyTo(trailer[8..]);
        });
    }

    /// <summary>The offsets of the pages that may name frames of a task. Its frames may begin at the end of the page before the one that begins with it.</summary>
    public IEnumerable<int> PagesOf(long id)
    {
        var pages = Pages;
        for (var page = Math.Max(pages.FirstOf(id) - 1, 0); page < pages.Count && pages[page].Id <= id; page++)
        {
            yield return pages[page].Offset;
        }
    }
}
