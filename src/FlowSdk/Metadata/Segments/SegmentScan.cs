using FlowSdk.Storage;

namespace FlowSdk.Metadata;

/// <summary>Reads the frames of one segment one after the other, in large pieces.</summary>
internal sealed class SegmentScan(IObjectStore store, string key, int segment, bool isLast, int offset, SegmentReader reader)
{
    private byte[] _buffer = new byte[1 << 20];
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
            if (_buffer.Length - _begin < count)
            {
                var buffer = count > _buffer.Length ? new byte[count + (1 << 20)] : _buffer;
                _buffer.AsSpan(_begin, _end - _begin).CopyTo(buffer);
                (_buffer, _end, _begin) = (buffer, _end - _begin, 0);
            }

            var read = await store.ReadAsync(key, _fileOffset, _buffer.AsMemory(_end), cancellation);
            if (read is not { Count: > 0 and var added })
            {
                _isAtEnd = true;
                break;
            }

            (_end, _fileOffset) = (_end + added, _fileOffset + added);
        }

        return _end - _begin >= count;
    }
}
