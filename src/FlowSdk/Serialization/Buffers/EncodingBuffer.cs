using System.Buffers;

namespace FlowSdk.Serialization;

/// <summary>Collects encoded bytes in rented blocks, and takes large memory of others without copying it.</summary>
internal sealed class EncodingBuffer : IBufferWriter<byte>
{
    private const int FirstBlock = 4 * 1024;
    private const int LargestBlock = 1024 * 1024;

    // Most values are small: one buffer with one block serves all of a thread's.
    [ThreadStatic]
    private static EncodingBuffer? t_spare;

    private readonly List<byte[]> _rented = [];
    private readonly List<ContentHash> _attachments = [];
    private byte[] _block = [];
    private int _start;
    private int _used;
    private BufferSegment? _first;
    private BufferSegment? _last;

    private EncodingBuffer() => Release = ReturnBlocks;

    /// <summary>The number of bytes so far.</summary>
    public long Length => (_last is null ? 0 : _last.RunningIndex + _last.Memory.Length) + _used - _start;

    /// <summary>Manifests of the files that were stored on the way.</summary>
    public IReadOnlyList<ContentHash> Attachments => _attachments.Count == 0 ? [] : [.. _attachments];

    /// <summary>Gives the blocks back; the bytes are gone then.</summary>
    public Action Release { get; }

    public static EncodingBuffer Rent()
    {
        var buffer = t_spare ?? new EncodingBuffer();
        t_spare = null;
        return buffer;
    }

    public void Attach(ContentHash manifest) => _attachments.Add(manifest);

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _block.AsSpan(_used);
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _block.AsMemory(_used);
    }

    public void Advance(int count) => _used += count;

    /// <summary>Appends memory as it stands: it must not change until the bytes are stored.</summary>
    public void Append(ReadOnlyMemory<byte> memory)
    {
        Seal();
        _last = new BufferSegment(memory, _last);
        _first ??= _last;
    }

    /// <summary>All bytes so far; valid until <see cref="Release"/>.</summary>
    public ReadOnlySequence<byte> ToSequence()
    {
        if (_first is null)
        {
            return new(_block, _start, _used - _start);
        }

        Seal();
        return new(_first, 0, _last!, _last!.Memory.Length);
    }

    private void Seal()
    {
        if (_used > _start)
        {
            _last = new BufferSegment(_block.AsMemory(_start, _used - _start), _last);
            _first ??= _last;
            _start = _used;
        }
    }

    private void Reserve(int sizeHint)
    {
        if (_block.Length - _used >= Math.Max(sizeHint, 1))
        {
            return;
        }

        Seal();
        var size = Math.Max(sizeHint, Math.Clamp(_block.Length * 2, FirstBlock, LargestBlock));
        _block = ArrayPool<byte>.Shared.Rent(size);
        _rented.Add(_block);
        (_start, _used) = (0, 0);
    }

    private void ReturnBlocks()
    {
        for (var i = 1; i < _rented.Count; i++)
        {
            ArrayPool<byte>.Shared.Return(_rented[i]);
        }

        if (_rented.Count > 1)
        {
            _rented.RemoveRange(1, _rented.Count - 1);
        }

        _block = _rented.Count > 0 ? _rented[0] : [];
        (_start, _used, _first, _last) = (0, 0, null, null);
        _attachments.Clear();
        t_spare = this;
    }
}
