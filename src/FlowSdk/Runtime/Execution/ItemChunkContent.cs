using System.Buffers;
using FlowSdk.Metadata;

namespace FlowSdk.Runtime.Execution;

/// <summary>The bytes of a chunk of items, with where each item begins.</summary>
internal sealed class ItemChunkContent
{
    private readonly ReadOnlySequence<byte> _bytes;
    private readonly (long Start, long Length)[] _items;
    private readonly int _first;

    public ItemChunkContent(ItemChunk chunk, ReadOnlySequence<byte> bytes)
    {
        _bytes = bytes;
        _first = chunk.First;
        _items = new (long, long)[chunk.Count];
        Span<byte> header = stackalloc byte[ItemChunkFormat.MaxHeaderLength];
        var position = (long)ItemChunkFormat.ReadArrayHeader(Peek(0, header), chunk.Count);
        var isSound = position > 0;
        for (var i = 0; i < chunk.Count && isSound; i++)
        {
            var (headerLength, length) = ItemChunkFormat.ReadBinaryHeader(Peek(position, header));
            _items[i] = (position + headerLength, length);
            position += headerLength + length;
            isSound = headerLength > 0 && position <= bytes.Length;
        }

        if (!isSound || position != bytes.Length)
        {
            throw new FlowException(
                FlowErrors.ArtifactDamaged,
                $"The foreach items {chunk.First} to {chunk.First + chunk.Count - 1} cannot be read: their bytes are no list of {chunk.Count} items. Run the flow again.");
        }
    }

    /// <summary>The encoded item, by its index in the foreach.</summary>
    public ReadOnlySequence<byte> this[int item]
    {
        get
        {
            var (start, length) = _items[item - _first];
            return _bytes.Slice(start, length);
        }
    }

    private ReadOnlySpan<byte> Peek(long position, Span<byte> header)
    {
        var rest = _bytes.Slice(Math.Min(position, _bytes.Length));
        var part = rest.Slice(0, Math.Min(header.Length, rest.Length));
        part.CopyTo(header);
        return header[..(int)part.Length];
    }
}
