using System.Buffers;
using FlowSdk.Storage;

namespace FlowSdk.Metadata;

/// <summary>Appends frames to numbered segments. Used by one thread at a time, and the only writer of those segments.</summary>
internal sealed class SegmentWriter(IObjectStore store, string prefix, SegmentKind kind, DateTimeOffset baseTime)
{
    /// <summary>Closed segments of which something is yet to be written.</summary>
    private readonly Queue<(int Segment, long Written, ReadOnlyMemory<byte> Bytes)> _closed = new();
    private readonly List<(long Id, int Offset)> _index = [];
    private PackBuffer _pending = new();
    private int _segment = -1;
    private int _written;
    private int _appends;
    private int _frame;
    private bool _isFrameOpen;
    private int _lastRecord;
    private Exception? _failure;

    /// <summary>The time that times in the frames are relative to.</summary>
    public DateTimeOffset BaseTime { get; } = baseTime;

    /// <summary>How many bytes wait to be flushed.</summary>
    public int PendingLength => _pending.Length;

    private int Length => _written + _pending.Length;

    /// <summary>Begins a frame; its payload is to be written to the buffer.</summary>
    public PackBuffer Begin()
    {
        ThrowIfFailed();
        DropOpenFrame();
        if (_segment < 0)
        {
            BeginSegment();
        }
        else if (Length >= kind.MaxLength || _index.Count >= SegmentIndex.MaxEntries || (_appends >= kind.MaxAppends && _pending.Length == 0))
        {
            CloseSegment();
            _closed.Enqueue((_segment, _written, _pending.Written));
            _pending = new();
            BeginSegment();
        }

        return BeginFrame();
    }

    /// <summary>Ends the frame.</summary>
    /// <param name="type">What it holds.</param>
    /// <param name="id">The task that it is of; 0 if it is not to be found by task.</param>
    /// <returns>Where it will stand.</returns>
    public RecordPosition End(FrameType type, long id)
    {
        var offset = EndFrame(type);
        _lastRecord = offset;
        if (id != 0)
        {
            _index.Add((id, offset));
        }

        return new(_segment, offset);
    }

    /// <summary>Appends all frames that have ended.</summary>
    public async ValueTask FlushAsync(CancellationToken cancellation)
    {
        ThrowIfFailed();
        DropOpenFrame();
        while (_closed.TryDequeue(out var closed))
        {
            await AppendAsync(closed.Segment, closed.Written, closed.Bytes, cancellation);

            // A loss of power tears the last segment only.
            await store.SyncAsync(cancellation);
        }

        if (_pending.Length > 0)
        {
            await AppendAsync(_segment, _written, _pending.Written, cancellation);
            _written += _pending.Length;
            _appends++;
            _pending.Clear();
        }
    }

    /// <summary>Makes sure that nobody else has written meanwhile, also when nothing is to be flushed.</summary>
    /// <exception cref="FlowException">Somebody has.</exception>
    public async ValueTask VerifyAsync(CancellationToken cancellation)
    {
        ThrowIfFailed();
        var key = SegmentKind.KeyOf(prefix, _segment);
        if (_written > 0 && (await store.FindAsync(key, cancellation))?.Length != _written)
        {
            _failure = Conflict(key, _written);
            throw _failure;
        }
    }

    /// <summary>Closes the last segment, and flushes.</summary>
    public async ValueTask CloseAsync(CancellationToken cancellation)
    {
        ThrowIfFailed();
        DropOpenFrame();
        if (_segment >= 0)
        {
            CloseSegment();
        }

        await FlushAsync(cancellation);
        _failure = new InvalidOperationException("It was closed.");
    }

    private async ValueTask AppendAsync(int segment, long written, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        try
        {
            var key = SegmentKind.KeyOf(prefix, segment);
            if (!await store.AppendAsync(key, written, new ReadOnlySequence<byte>(bytes), cancellation))
            {
                throw Conflict(key, written);
            }
        }
        catch (Exception exception)
        {
            // Nothing may follow a record that is perhaps not there.
            _failure = exception;
            throw;
        }
    }

    private FlowException Conflict(string key, long written) => new(
        FlowErrors.StoreConflict,
        $"'{key}' in {store.Location} is not {written} bytes long, as this run left it: someone else wrote to it or deleted it. The run cannot go on; resume it.");

    private void BeginSegment()
    {
        (_segment, _written, _appends, _lastRecord) = (_segment + 1, 0, 0, 0);
        _index.Clear();
        kind.WriteHeader(BeginFrame(), BaseTime);
        EndFrame(FrameType.Header);
    }

    private void CloseSegment() => SegmentIndex.Append(_pending, _written, _index, _lastRecord);

    private PackBuffer BeginFrame()
    {
        _frame = _pending.Length;
        _isFrameOpen = true;
        _pending.Add(Frame.HeaderSize);
        return _pending;
    }

    private int EndFrame(FrameType type)
    {
        Frame.Seal(_pending[_frame..], (byte)type);
        _isFrameOpen = false;
        return _written + _frame;
    }

    // A record that could not be encoded, or is too large, leaves nothing behind.
    private void DropOpenFrame()
    {
        if (_isFrameOpen)
        {
            _pending.Truncate(_frame);
            _isFrameOpen = false;
        }
    }

    private void ThrowIfFailed()
    {
        if (_failure is not null)
        {
            throw new FlowException(
                _failure is FlowException { Id: var id } ? id : FlowErrors.StoreUnusable, $"Nothing more can be written to '{prefix}' in {store.Location}. {_failure.Message}", _failure);
        }
    }
}
