namespace FlowSdk.Storage;

/// <summary>Reads a stored file: one chunk at a time is in memory, verified.</summary>
internal sealed class ChunkStream(StoredFile file, Action<ContentHash, int, byte[]> load) : Stream
{
    private byte[] _chunk = [];
    private int _loaded = -1;
    private long _position;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => file.Length;

    public override long Position
    {
        get => _position;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _position = value;
        }
    }

    public override int Read(Span<byte> buffer)
    {
        if (_position >= file.Length || buffer.IsEmpty)
        {
            return 0;
        }

        var (number, start) = Math.DivRem(_position, FileManifest.ChunkLength);
        var length = (int)Math.Min(FileManifest.ChunkLength, file.Length - number * FileManifest.ChunkLength);
        if (_loaded != number)
        {
            if (_chunk.Length < length)
            {
                _chunk = GC.AllocateUninitializedArray<byte>(length);
            }

            _loaded = -1;
            load(file.Chunks[(int)number], length, _chunk);
            _loaded = (int)number;
        }

        var count = (int)Math.Min(buffer.Length, length - start);
        _chunk.AsSpan((int)start, count).CopyTo(buffer);
        _position += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => _position + offset,
        _ => file.Length + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException("A stored file cannot be changed.");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("A stored file cannot be changed.");
}
