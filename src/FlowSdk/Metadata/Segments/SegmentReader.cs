using FlowSdk.Storage;

namespace FlowSdk.Metadata;

/// <summary>Reads a series of segments, also while it is written. May be used from any thread.</summary>
internal sealed class SegmentReader(IObjectStore store, string prefix, SegmentKind kind)
{
    /// <summary>What is read at the end of a segment at once: the index's last frame is mostly shorter.</summary>
    private const int EndSize = 4096;

    private readonly SegmentBlocks _blocks = new(store, prefix);
    private readonly Dictionary<int, SegmentIndex> _indexes = [];

    /// <summary>The numbers and lengths of the segments, in order.</summary>
    public async ValueTask<IReadOnlyList<(int Number, long Length)>> SegmentsAsync(CancellationToken cancellation = default)
    {
        var segments = new List<(int Number, long Length)>();
        ObjectPage page;
        string? last = null;
        do
        {
            page = await store.ListAsync(prefix, last, 1000, cancellation);
            foreach (var found in page.Objects)
            {
                last = found.Key;
                if (int.TryParse(found.Key.AsSpan(prefix.Length), null, out var number))
                {
                    if (number != segments.Count)
                    {
                        throw Damaged(new(segments.Count, 0), "the segment is missing, though later ones are there");
                    }

                    segments.Add((number, found.Length));
                }
            }
        }
        while (page.HasMore);
        return segments;
    }

    /// <summary>A scan of the frames of one segment, headers and index included.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="isLast">Whether a torn tail is to be expected.</param>
    /// <param name="offset">Where to begin: at a frame.</param>
    public SegmentScan Scan(int segment, bool isLast, int offset = 0) => new(store, SegmentKind.KeyOf(prefix, segment), segment, isLast, offset, this);

    /// <summary>Reads one frame that is known to be there.</summary>
    public SegmentFrame Read(RecordPosition position) => TryRead(position, out var problem) ?? throw Damaged(position, problem);

    /// <summary>Reads the beginning of the first segment anew.</summary>
    /// <returns>Its length; null if there is none.</returns>
    public long? Begin()
    {
        _blocks.Forget();
        return _blocks.Begin(0);
    }

    /// <summary>The index of a segment, or null if the segment is not closed.</summary>
    public SegmentIndex? Index(int segment, long length)
    {
        lock (_indexes)
        {
            if (_indexes.TryGetValue(segment, out var known))
            {
                return known;
            }
        }

        Span<byte> end = stackalloc byte[(int)Math.Min(length, EndSize)];
        if (_blocks.Read(segment, (int)length - end.Length, end) < end.Length
            || end.Length < Frame.HeaderSize + SegmentIndex.TrailerSize
            || SegmentIndex.OffsetFrom(end[^SegmentIndex.TrailerSize..]) is not { } offset
            || offset < 0 || offset > length - SegmentIndex.TrailerSize - Frame.HeaderSize)
        {
            return null;
        }

        // The end of an open segment is whatever a step has printed last, and that may look like the end of a closed one.
        if (TryRead(new(segment, offset), out _) is not { Type: FrameType.Index } frame || offset + Frame.HeaderSize + frame.Payload.Length != length)
        {
            return null;
        }

        var index = new SegmentIndex(frame.Payload);
        lock (_indexes)
        {
            _indexes[segment] = index;
        }

        return index;
    }

    /// <summary>Where the frames of a task stand in a closed segment, in order.</summary>
    public IEnumerable<RecordPosition> Find(int segment, SegmentIndex index, long taskId)
    {
        foreach (var offset in index.PagesOf(taskId))
        {
            var page = Read(new(segment, offset));
            if (page.Type != FrameType.IndexPage)
            {
                throw Damaged(page.Position, "a page of the index should be there, and something else is");
            }

            foreach (var found in new IndexEntries(page.Payload).OffsetsOf(taskId))
            {
                yield return new(segment, found);
            }
        }
    }

    /// <summary>Checks the first frame of a segment.</summary>
    /// <returns>The time that times in its frames are relative to.</returns>
    public DateTimeOffset ReadHeader(SegmentFrame frame)
    {
        var payload = frame.Payload.Span;
        if (frame.Type != FrameType.Header || payload.Length < 16)
        {
            throw Damaged(frame.Position, "it does not begin as a segment does");
        }

        var mark = System.Text.Encoding.ASCII.GetString(payload[..8]);
        if (mark != kind.Mark)
        {
            throw mark[..7] == kind.Mark[..7]
                ? new FlowException(
                    FlowErrors.StoreVersion, $"'{prefix}' in {store.Location} was written in format {mark[7..]}, which this program does not know. Use the FlowSdk version that wrote it.")
                : Damaged(frame.Position, "it does not begin as a segment does");
        }

        return new(System.Buffers.Binary.BinaryPrimitives.ReadInt64LittleEndian(payload[8..]), TimeSpan.Zero);
    }

    public FlowException Damaged(RecordPosition position, string what, Exception? cause = null) => new(
        FlowErrors.JournalDamaged,
        $"'{SegmentKind.KeyOf(prefix, position.Segment)}' in {store.Location} is damaged at offset {position.Offset}: {what}. "
            + "Nothing after it can be trusted. Restore the file from a backup, or run the flow again.",
        cause);

    private SegmentFrame? TryRead(RecordPosition position, out string problem)
    {
        Span<byte> header = stackalloc byte[Frame.HeaderSize];
        if (_blocks.Read(position.Segment, position.Offset, header) < header.Length)
        {
            problem = "a record should be there, but the segment is shorter";
            return null;
        }

        if (!Frame.TryReadHeader(header, out var type, out var length))
        {
            problem = "no record begins there, or its header is damaged";
            return null;
        }

        var frame = new byte[Frame.HeaderSize + length];
        if (_blocks.Read(position.Segment, position.Offset, frame) < frame.Length)
        {
            problem = "the record is cut off";
            return null;
        }

        problem = "the record's checksum is wrong";
        return Frame.IsIntact(frame) ? new(position, (FrameType)type, frame.AsMemory(Frame.HeaderSize)) : null;
    }
}
