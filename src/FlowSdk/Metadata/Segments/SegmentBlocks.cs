using System.Buffers;
using FlowSdk.Storage;

namespace FlowSdk.Metadata;

/// <summary>Reads bytes of segments in blocks, and keeps the last blocks, so that reading many small records nearby is quick. May be used from any thread.</summary>
internal sealed class SegmentBlocks(IObjectStore store, string prefix)
{
    private const int BlockSize = 256 << 10;

    private const int MaxBlocks = 32;

    private readonly Dictionary<(int Segment, int Block), ReadOnlyMemory<byte>> _blocks = [];
    private readonly Queue<(int Segment, int Block)> _order = new();
    private readonly Lock _lock = new();

    /// <summary>Reads a part of a segment, as far as the segment goes.</summary>
    /// <returns>How many bytes were read.</returns>
    public int Read(int segment, int offset, Span<byte> destination)
    {
        var count = 0;
        while (count < destination.Length)
        {
            var (block, start) = Math.DivRem(offset + count, BlockSize);
            var wanted = Math.Min(destination.Length - count, BlockSize - start);
            var bytes = Block(segment, block, start + wanted);
            if (bytes.Length <= start)
            {
                break;
            }

            var copied = Math.Min(wanted, bytes.Length - start);
            bytes.Span.Slice(start, copied).CopyTo(destination[count..]);
            count += copied;
            if (copied < wanted)
            {
                break;
            }
        }

        return count;
    }

    // A block that was cut short by the end of the segment is read again when more of it is wanted: the segment may have grown.
    private ReadOnlyMemory<byte> Block(int segment, int block, int wanted)
    {
        lock (_lock)
        {
            if (_blocks.TryGetValue((segment, block), out var known) && known.Length >= wanted)
            {
                return known;
            }
        }

        // Most journals are much shorter than a block.
        var buffer = ArrayPool<byte>.Shared.Rent(BlockSize);
        var read = store.ReadAsync(SegmentKind.KeyOf(prefix, segment), (long)block * BlockSize, buffer.AsMemory(0, BlockSize)).Wait();
        ReadOnlyMemory<byte> bytes = buffer.AsSpan(0, read?.Count ?? 0).ToArray();
        ArrayPool<byte>.Shared.Return(buffer);
        lock (_lock)
        {
            if (_blocks.TryAdd((segment, block), bytes))
            {
                _order.Enqueue((segment, block));
                if (_order.Count > MaxBlocks)
                {
                    _blocks.Remove(_order.Dequeue());
                }
            }
            else
            {
                _blocks[(segment, block)] = bytes;
            }
        }

        return bytes;
    }
}
