using System.Runtime.CompilerServices;
using FlowSdk.Storage;

namespace FlowSdk.Metadata;

/// <summary>Reads the journal of one run, whether it is under way or over. May be used from any thread.</summary>
internal sealed class JournalReader
{
    private const int MaxTables = 4096;

    private readonly SegmentReader _segments;
    private readonly RunPaths _paths;
    private readonly Lazy<RunStartedRecord> _start;
    private readonly Dictionary<RecordPosition, ArtifactTable> _tables = [];

    /// <summary>The last record, once it was seen: nothing follows it, ever.</summary>
    private JournalRecord? _final;

    public JournalReader(IObjectStore store, RunPaths paths)
    {
        _segments = new(store, paths.Journal, SegmentKind.Journal);
        _paths = paths;
        _start = new(LoadStart, LazyThreadSafetyMode.PublicationOnly);
    }

    // All segments have the same base time: the run's creation.
    private JournalEncoding Encoding => field ??= new(_start.Value, _start.Value.CreatedAt);

    /// <summary>All records in order, up to what is written at that moment; a torn tail is cut off.</summary>
    /// <exception cref="FlowException">A record is damaged that others follow.</exception>
    public async IAsyncEnumerable<JournalEntry> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var frame in FramesAsync(default, cancellation))
        {
            yield return new(frame.Position, Decode(frame));
        }
    }

    /// <summary>Where the records of tasks stand, in order, without reading more of them than whose they are.</summary>
    /// <param name="from">The record to begin with.</param>
    /// <param name="cancellation">Gives up.</param>
    public async IAsyncEnumerable<(RecordPosition Position, long TaskId, TaskKey Key)> TaskPositionsAsync(
        RecordPosition from = default, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var frame in FramesAsync(from, cancellation))
        {
            if (IsOfTask(frame))
            {
                var (id, key) = JournalEncoding.TaskOf(frame.Payload.Span);
                yield return (frame.Position, id, key);
            }
        }
    }

    /// <summary>The first record.</summary>
    public RunStartedRecord ReadStart() => _start.Value;

    /// <summary>The last record if the run has finished; else null.</summary>
    public RunFinishedRecord? ReadEnd() => (ReadFinal() ?? ScanFinal()) as RunFinishedRecord;

    /// <summary>The same with a few small reads. Null also if the run has finished and its journal, which a loss of power has cut off, has no index.</summary>
    public RunFinishedRecord? ReadIndexedEnd() => ReadFinal() as RunFinishedRecord;

    /// <summary>The last record if the run was sealed by one that resumed it; else null.</summary>
    public RunSealedRecord? ReadSeal() => (ReadFinal() ?? ScanFinal()) as RunSealedRecord;

    /// <summary>The record at a position; a block that was read serves the neighbours too.</summary>
    /// <exception cref="FlowException">There is none, or it is damaged.</exception>
    public JournalRecord Read(RecordPosition position) => Decode(_segments.Read(position));

    /// <summary>All records of one task, in order, without reading the whole journal of a finished run.</summary>
    public async ValueTask<IReadOnlyList<JournalEntry>> FindTaskAsync(long taskId, CancellationToken cancellation = default)
    {
        var found = new List<JournalEntry>();
        var segments = await _segments.SegmentsAsync(cancellation);
        foreach (var (number, length) in segments)
        {
            if (_segments.Index(number, length) is { } index)
            {
                found.AddRange(_segments.Find(number, index, taskId).Select(position => new JournalEntry(position, Read(position))));
                continue;
            }

            await foreach (var frame in ScanAsync(number, number == segments.Count - 1, cancellation))
            {
                if (IsOfTask(frame) && JournalEncoding.TaskOf(frame.Payload.Span).Id == taskId)
                {
                    found.Add(new(frame.Position, Decode(frame)));
                }
            }
        }

        return found;
    }

    /// <summary>The finished task whose record stands at a position.</summary>
    public TaskFinishedRecord ReadFinished(RecordPosition task) =>
        Read(task) as TaskFinishedRecord ?? throw _segments.Damaged(task, "the record there is not that of a finished task");

    /// <summary>The artifacts of a finished task.</summary>
    public ArtifactTable TableOf(TaskFinishedRecord task)
    {
        var before = task.Artifacts.Base is { } position ? TableAt(position, ArtifactChanges.MaxDepth) : ArtifactTable.Empty(ReadStart().Artifacts.Count);
        return before.With(task.Artifacts.Changes);
    }

    // Tasks of a foreach have one base: only bases are worth keeping.
    private ArtifactTable TableAt(RecordPosition position, int depth)
    {
        lock (_tables)
        {
            if (_tables.TryGetValue(position, out var known))
            {
                return known;
            }
        }

        if (depth == 0 || Read(position) is not TaskFinishedRecord { Artifacts: var changes })
        {
            throw _segments.Damaged(position, "the artifacts of a later record do not lead to a whole table from there");
        }

        var before = changes.Base is { } outer ? TableAt(outer, depth - 1) : ArtifactTable.Empty(ReadStart().Artifacts.Count);
        var table = before.With(changes.Changes);
        lock (_tables)
        {
            if (_tables.Count >= MaxTables)
            {
                _tables.Clear();
            }

            _tables[position] = table;
        }

        return table;
    }

    private static bool IsOfTask(SegmentFrame frame) => frame.Type is FrameType.TaskStarted or FrameType.TaskFinished or FrameType.AttemptFailed;

    private async IAsyncEnumerable<SegmentFrame> FramesAsync(RecordPosition from, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var segments = await _segments.SegmentsAsync(cancellation);
        for (var number = from.Segment; number < segments.Count; number++)
        {
            await foreach (var frame in ScanAsync(number, number == segments.Count - 1, cancellation, number == from.Segment ? from.Offset : 0))
            {
                yield return frame;
            }
        }
    }

    private async IAsyncEnumerable<SegmentFrame> ScanAsync(int segment, bool isLast, [EnumeratorCancellation] CancellationToken cancellation, int offset = 0)
    {
        var scan = _segments.Scan(segment, isLast, offset);
        if (offset == 0)
        {
            if (await scan.NextAsync(cancellation) is not { } header)
            {
                yield break;
            }

            _segments.ReadHeader(header);
        }

        while (await scan.NextAsync(cancellation) is { } frame)
        {
            if (frame.Type is not (FrameType.Index or FrameType.IndexPage))
            {
                yield return frame;
            }
        }
    }

    // What stands at the end of the journal for good, found by the index of its last segment; that is the first one, mostly.
    private JournalRecord? ReadFinal()
    {
        if (_final is not null || _segments.Begin() is not { } first)
        {
            return _final;
        }

        if (FinalOf(0, first) is null && _segments.Index(0, first) is not null && _segments.SegmentsAsync().Wait() is [_, .., var (number, length)])
        {
            FinalOf(number, length);
        }

        return _final;
    }

    private JournalRecord? FinalOf(int segment, long length) => _segments.Index(segment, length) is { LastRecord: > 0 and var offset }
        ? Final(_segments.Read(new(segment, offset)))
        : null;

    private JournalRecord? ScanFinal() =>
        _segments.SegmentsAsync().Wait() is [.., var (number, length)] && _segments.Index(number, length) is null && LastOfAsync(number).Wait() is { } last ? Final(last) : null;

    private JournalRecord? Final(SegmentFrame frame) =>
        frame is { Type: FrameType.RunFinished or FrameType.RunSealed, Payload.Length: > 0 } ? _final = Decode(frame) : null;

    private async ValueTask<SegmentFrame?> LastOfAsync(int segment)
    {
        SegmentFrame? last = null;
        await foreach (var frame in ScanAsync(segment, true, default))
        {
            last = frame with { Payload = frame.Type is FrameType.RunFinished or FrameType.RunSealed ? frame.Payload.ToArray() : default };
        }

        return last;
    }

    private RunStartedRecord LoadStart()
    {
        var header = _segments.Read(default);
        _segments.ReadHeader(header);
        var frame = _segments.Read(new(0, Frame.HeaderSize + header.Payload.Length));
        if (frame.Type != FrameType.RunStarted)
        {
            throw _segments.Damaged(frame.Position, "the journal does not begin with the start of a run");
        }

        try
        {
            var reader = new PackReader(frame.Payload.Span);
            return RunStartedEncoding.Read(ref reader);
        }
        catch (Exception exception) when (exception is InvalidDataException or OverflowException or ArgumentException)
        {
            throw _segments.Damaged(frame.Position, $"the first record of {_paths.RunId} cannot be read: {exception.Message}", exception);
        }
    }

    private JournalRecord Decode(SegmentFrame frame)
    {
        try
        {
            return Encoding.Read(frame.Type, frame.Payload.Span);
        }
        catch (Exception exception) when (exception is InvalidDataException or OverflowException or ArgumentException)
        {
            throw _segments.Damaged(frame.Position, $"the record cannot be read: {exception.Message}", exception);
        }
    }
}
