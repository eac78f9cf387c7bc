using FlowSdk.Storage;

namespace FlowSdk.Metadata;

/// <summary>Reads the frames of one segment one after the other, in pieces that become larger: some scans end soon.</summary>
internal sealed class SegmentScan(IObjectStore store, string key, int segment, bool isLast, int offset, SegmentReader reader)
{
    private const int FirstPiece = 16 << 10;

    private const int LargestPiece = 1 << 20;

    private byte[] _buffer = [];
    private int _begin;
    private int _end;
    private long _fileOffset = offset;
    private bool _isAtEnd;

    private RecordPosition Position => new(segment, (int)(_fileOffset - (_end - _begin)));

    /// <summary>The next frame; null at the end, where a torn tail is cut off. Its payload is valid until the next call.</summary>
    public async ValueTask<SegmentFrame?> NextAsync(CancellationToken cancellation)
    {
        var position = Position;
        if (!await FillAsync(Frame.HeaderSize, cancellation))
        {
            return _begin == _end ? null : CutOff(position, "the record is cut off");
        }

        if (!Frame.TryReadHeader(_buffer.AsSpan(_begin), out var type, out var length))
        {
            return await IsZeroAfterAsync(Frame.HeaderSize, cancellation)
                ? CutOff(position, "it is empty from there on")
                : throw reader.Damaged(position, "the header of a record is damaged");
        }

        var size = Frame.HeaderSize + length;
        if (!await FillAsync(size, cancellation))
        {
            return CutOff(position, "the record is cut off");
        }

        if (!Frame.IsIntact(_buffer.AsSpan(_begin, size)))
        {
            // Only the last record can be one that was being written when the machine went down.
            return MayBeTorn((FrameType)type, size) && await IsZeroAfterAsync(size, cancellation)
                ? CutOff(position, "the record's checksum is wrong")
                : throw reader.Damaged(position, "the record's checksum is wrong");
        }

        var frame = new SegmentFrame(position, (FrameType)type, _buffer.AsMemory(_begin + Frame.HeaderSize, length));
        _begin += size;
        return frame;
    }

    private SegmentFrame? CutOff(RecordPosition position, string what) =>
        isLast ? null : throw reader.Damaged(position, what + ", though the segment is not the last one");

    // An index ends with a mark: one that is there to its last byte was not being written.
    private bool MayBeTorn(FrameType type, int size) => type != FrameType.Index || _buffer[_begin + size - 1] == 0;

    // Space that the file system had set aside, but not filled, when the machine went down. It may begin within the record.
    private async ValueTask<bool> IsZeroAfterAsync(int recordSize, CancellationToken cancellation)
    {
        _begin += recordSize;
        do
        {
            if (_buffer.AsSpan(_begin, _end - _begin).ContainsAnyExcept((byte)0))
            {
                return false;
            }

            _begin = _end;
        }
        while (await FillAsync(1, cancellation));
        return true;
    }

    private async ValueTask<bool> FillAsync(int count, CancellationToken cancellation)
    {
        while (_end - _begin < count && !_isAtEnd)
        {
            MakeRoom(count);
            var room = _buffer.AsMemory(_end);
            var added = (await store.ReadAsync(key, _fileOffset, room, cancellation))?.Count ?? 0;
            (_end, _fileOffset, _isAtEnd) = (_end + added, _fileOffset + added, added < room.Length);
        }

        return _end - _begin >= count;
    }

    private void MakeRoom(int count)
    {
        var rest = _buffer.AsSpan(_begin, _end - _begin);
        var size = Math.Max(Math.Clamp(_buffer.Length * 2, FirstPiece, LargestPiece), count + FirstPiece);
        var buffer = size > _buffer.Length ? new byte[size] : _buffer;
        rest.CopyTo(buffer);
        (_buffer, _begin, _end) = (buffer, 0, rest.Length);
    }
}
