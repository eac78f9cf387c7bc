using FlowSdk.Storage;

namespace FlowSdk.Metadata;

/// <summary>Writes the journal of one run. Used by one thread at a time; the only writer of that journal.</summary>
/// <remarks>After a failed append nothing more is written: every later call throws.</remarks>
internal sealed class JournalWriter(IObjectStore store, RunPaths paths, SegmentKind? kind = null)
{
    private SegmentWriter? _segments;
    private JournalEncoding? _encoding;
    private RunTotals? _totals;

    /// <summary>What the records add up to.</summary>
    public RunTotals Totals => _totals ?? throw new InvalidOperationException("A journal begins with the start of the run.");

    /// <summary>Adds a record to what the next flush writes. The first one must be a <see cref="RunStartedRecord"/>.</summary>
    /// <returns>Where the record will stand.</returns>
    public RecordPosition Enqueue(JournalRecord record)
    {
        if (_segments is null || _encoding is null)
        {
            var start = record as RunStartedRecord ?? throw new InvalidOperationException("A journal begins with the start of the run.");
            _segments = new(store, paths.Journal, kind ?? SegmentKind.Journal, start.CreatedAt);
            _encoding = new(start, start.CreatedAt);
            _totals = new(start);
        }

        var (type, id) = record switch
        {
            RunStartedRecord => (FrameType.RunStarted, 0),
            TaskStartedRecord { TaskId: var task } => (FrameType.TaskStarted, task),
            TaskFinishedRecord { TaskId: var task } => (FrameType.TaskFinished, task),
            AttemptFailedRecord { TaskId: var task } => (FrameType.AttemptFailed, task),
            RunFinishedRecord => (FrameType.RunFinished, 0),
            RunSealedRecord => (FrameType.RunSealed, 0),
            _ => throw new ArgumentException($"There is no encoding of {record.GetType().Name}.", nameof(record)),
        };
        _encoding.Write(_segments.Begin(), record);
        var position = _segments.End(type, id);
        Totals.Add(record);
        return position;
    }

    /// <summary>Writes all that was enqueued, in one append: from then on it survives the end of any process.</summary>
    public ValueTask FlushAsync(CancellationToken cancellation = default) => _segments?.FlushAsync(cancellation) ?? default;

    /// <summary>Makes sure that nobody else has written meanwhile, as who takes the run for dead does.</summary>
    public ValueTask VerifyAsync(CancellationToken cancellation = default) => _segments?.VerifyAsync(cancellation) ?? default;

    /// <summary>Flushes, and makes what was written survive a loss of power. The flush is done when the call returns, if the store is local.</summary>
    public async ValueTask SyncAsync(CancellationToken cancellation = default)
    {
        await FlushAsync(cancellation);
        await store.SyncAsync(cancellation);
    }

    /// <summary>Flushes, writes the index of the last segment, and syncs.</summary>
    public async ValueTask CloseAsync(CancellationToken cancellation = default)
    {
        await (_segments?.CloseAsync(cancellation) ?? default);
        await store.SyncAsync(cancellation);
    }
}
