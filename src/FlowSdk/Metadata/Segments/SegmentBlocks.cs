using System.Buffers;
using FlowSdk.Storage;

namespace FlowSdk.Metadata;

/// <summary>
/// Reads bytes of segments in blocks, and keeps the last blocks. Blocks are small, for a record here and there; whoever reads on gets more and more of them at
/// once. May be used from any thread.
/// </summary>
internal sealed class SegmentBlocks(IObjectStore store, string prefix)
{
    private const int BlockSize = 8 << 10;

    /// <summary>Most journals are shorter than this, so that one read is all it takes.</summary>
    private const int BlocksAtBegin = 2;

    private const int MaxBlocksAtOnce = 32;

    private const int MaxBlocks = 1024;

    private readonly Dictionary<(int Segment, int Block), ReadOnlyMemory<byte>> _blocks = [];
    private readonly Queue<(int Segment, int Block)> _order = new();
    private readonly Lock _lock = new();
    private (int Segment, int Block) _next;
    private int _atOnce = 1;

    /// <summary>Forgets all blocks, for a run that was resumed meanwhile has another end than it had.</summary>
    public void Forget()
    {
        lock (_lock)
        {
            _blocks.Clear();
            _order.Clear();
        }
    }

    /// <summary>Reads the beginning of a segment.</summary>
    /// <returns>The length of the segment; null if there is none.</returns>
    public long? Begin(int segment) => Load(segment, 0, BlocksAtBegin)?.Object.Length;

    /// <summary>Reads a part of a segment, as far as the segment goes.</summary>
    /// <returns>How many bytes were read.</returns>
    public int Read(int segment, int offset, Span<byte> destination)
    {
        var count = 0;
        while (count < destination.Length)
        {
            var (block, start) = Math.DivRem(offset + count, BlockSize);
            var rest = destination.Length - count;
            var wanted = Math.Min(rest, BlockSize - start);
            var bytes = Block(segment, block, start + wanted, (start + rest + BlockSize - 1) / BlockSize);
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
    private ReadOnlyMemory<byte> Block(int segment, int block, int wanted, int blocks)
    {
        if (Known(segment, block) is { } known && known.Length >= wanted)
        {
            return known;
        }

        lock (_lock)
        {
            _atOnce = (segment, block) == _next ? Math.Min(_atOnce * 2, MaxBlocksAtOnce) : block == 0 ? BlocksAtBegin : 1;
            blocks = Math.Max(_atOnce, blocks);
            _next = (segment, block + blocks);
        }

        Load(segment, block, blocks);
        return Known(segment, block) ?? default;
    }

    private ReadOnlyMemory<byte>? Known(int segment, int block)
    {
        lock (_lock)
        {
            return _blocks.TryGetValue((segment, block), out var known) ? known : null;
        }
    }

    private ObjectRead? Load(int segment, int block, int blocks)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(blocks * BlockSize);
        var read = store.ReadAsync(SegmentKind.KeyOf(prefix, segment), (long)block * BlockSize, buffer.AsMemory(0, blocks * BlockSize)).Wait();
        ReadOnlyMemory<byte> bytes = buffer.AsSpan(0, read?.Count ?? 0).ToArray();
        ArrayPool<byte>.Shared.Return(buffer);
        lock (_lock)
        {
            for (; !bytes.IsEmpty; bytes = bytes[Math.Min(BlockSize, bytes.Length)..])
            {
                Keep((segment, block++), bytes[..Math.Min(BlockSize, bytes.Length)]);
            }
        }

        return read;
    }

    private void Keep((int Segment, int Block) key, ReadOnlyMemory<byte> bytes)
    {
        if (!_blocks.TryAdd(key, bytes))
        {
            _blocks[key] = bytes;
            return;
        }

        _order.Enqueue(key);
        if (_order.Count > MaxBlocks)
        {
            _blocks.Remove(_order.Dequeue());
        }
    }
}
