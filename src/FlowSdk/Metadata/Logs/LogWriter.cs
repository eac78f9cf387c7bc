using FlowSdk.Storage;

namespace FlowSdk.Metadata;

/// <summary>Writes the output of a run's tasks. May be used from any thread; a task that says nothing costs nothing.</summary>
internal sealed class LogWriter(IObjectStore store, RunPaths paths) : IDisposable
{
    /// <summary>A longer line is kept in pieces.</summary>
    public const int MaxPiece = 64 << 10;

    /// <summary>When this many bytes wait, whoever adds more waits for them to be written.</summary>
    private const int MaxPending = 256 << 10;

    private const int BlockOverhead = 512;

    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _flushing = new(1);
    private Dictionary<(long TaskId, int Attempt, OutputStream Stream), LogBlock> _blocks = [];
    private DateTimeOffset? _baseTime;
    private SegmentWriter? _segments;
    private int _pending;
    private long _batch;

    /// <summary>Adds a line, without its end. When much is waiting to be written, the returned task ends when it is: await it before reading more.</summary>
    /// <param name="step">The step's number.</param>
    /// <param name="taskId">The task.</param>
    /// <param name="attempt">The attempt.</param>
    /// <param name="stream">The stream.</param>
    /// <param name="time">When it arrived.</param>
    /// <param name="line">The line as UTF-8, or the next piece of a long one; copied.</param>
    /// <param name="isPartial">Whether the line goes on in the next piece, or was never ended.</param>
    public ValueTask AppendAsync(
        int step, long taskId, int attempt, OutputStream stream, DateTimeOffset time, ReadOnlyMemory<byte> line, bool isPartial = false)
    {
        lock (_lock)
        {
            _baseTime ??= time;
            if (!_blocks.TryGetValue((taskId, attempt, stream), out var block))
            {
                _blocks.Add((taskId, attempt, stream), block = new(step, taskId, attempt, stream, time));
                _pending += BlockOverhead;
            }

            var before = block.Length;
            for (; line.Length > MaxPiece; line = line[MaxPiece..])
            {
                block.Add(time, line.Span[..MaxPiece], isPartial: true);
            }

            block.Add(time, line.Span, isPartial);
            _pending += block.Length - before;
            if (_pending < MaxPending)
            {
                return default;
            }
        }

        return FlushAsync();
    }

    /// <summary>Writes all that is waiting, so that others see it. To be called about once a second.</summary>
    public async ValueTask FlushAsync(CancellationToken cancellation = default)
    {
        await _flushing.WaitAsync(cancellation);
        try
        {
            if (Take() is { Count: > 0 } blocks)
            {
                _segments ??= new(store, paths.Log, SegmentKind.Log, _baseTime!.Value);
                _batch++;
                foreach (var block in blocks)
                {
                    block.Write(_segments.Begin(), _batch, _segments.BaseTime);
                    _segments.End(FrameType.LogBlock, block.TaskId);
                }

                await _segments.FlushAsync(cancellation);
            }
        }
        finally
        {
            _flushing.Release();
        }
    }

    /// <summary>Flushes and writes the index of the last segment.</summary>
    public async ValueTask CloseAsync(CancellationToken cancellation = default)
    {
        await FlushAsync(cancellation);
        await (_segments?.CloseAsync(cancellation) ?? default);
    }

    public void Dispose() => _flushing.Dispose();

    private Dictionary<(long TaskId, int Attempt, OutputStream Stream), LogBlock>.ValueCollection Take()
    {
        lock (_lock)
        {
            var taken = _blocks.Values;
            (_blocks, _pending) = ([], 0);
            return taken;
        }
    }
}
