using System.Runtime.CompilerServices;
using FlowSdk.Storage;

namespace FlowSdk.Metadata;

/// <summary>Reads the output of a run's tasks, while the run is under way too.</summary>
internal sealed class LogReader(IObjectStore store, RunPaths paths)
{
    private readonly SegmentReader _segments = new(store, paths.Log, SegmentKind.Log);

    /// <summary>Lines in the order of their times; those of one stream in the order in which they were written.</summary>
    /// <param name="step">Only this step; null for all.</param>
    /// <param name="taskId">Only this task; null for all. The rest is then not read, save in a segment that is being written.</param>
    /// <param name="attempt">Only this attempt; null for all.</param>
    /// <param name="stream">Only this stream; null for both.</param>
    /// <param name="cancellation">Gives up.</param>
    public IAsyncEnumerable<LogPiece> ReadAsync(
        int? step = null, long? taskId = null, int? attempt = null, OutputStream? stream = null, CancellationToken cancellation = default) =>
        ReadAsync(new(), new(step, taskId, attempt, stream), cancellation);

    /// <summary>Lines as they are written, until nobody writes any more.</summary>
    /// <param name="filter">Which lines.</param>
    /// <param name="isWritten">Whether someone may still write.</param>
    /// <param name="wait">Waits a while before looking again.</param>
    /// <param name="cancellation">Gives up.</param>
    public async IAsyncEnumerable<LogPiece> FollowAsync(
        LogFilter filter, Func<ValueTask<bool>> isWritten, Func<Task> wait, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var cursor = new LogCursor();
        while (true)
        {
            // Asked before reading: then what was written last is read too.
            var goesOn = await isWritten();
            await foreach (var line in ReadAsync(cursor, filter, cancellation))
            {
                yield return line;
            }

            if (!goesOn)
            {
                yield break;
            }

            await wait();
        }
    }

    /// <summary>Sees to it that the output of a run that has finished, which is closed before the run says so, is there to its end.</summary>
    /// <exception cref="FlowException">It was cut off.</exception>
    public async ValueTask RequireEndAsync(CancellationToken cancellation = default)
    {
        if (await _segments.SegmentsAsync(cancellation) is [.., var (number, length)] && _segments.Index(number, length) is null)
        {
            throw _segments.Damaged(new(number, (int)length), "it was cut off there, for the run has finished and its output has no end");
        }
    }

    private async IAsyncEnumerable<LogPiece> ReadAsync(LogCursor cursor, LogFilter filter, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var lines = new List<LogPiece>();
        var batch = 0L;
        await foreach (var frame in FramesAsync(cursor, filter.TaskId, cancellation))
        {
            if (frame.Type == FrameType.Header)
            {
                cursor.BaseTime = _segments.ReadHeader(frame);
                continue;
            }

            var begin = lines.Count;
            var next = Read(frame, cursor.BaseTime, filter, lines);
            if (next != batch)
            {
                foreach (var line in Interleaved(lines, begin))
                {
                    yield return line;
                }

                lines.RemoveRange(0, begin);
                batch = next;
            }
        }

        foreach (var line in Interleaved(lines, lines.Count))
        {
            yield return line;
        }
    }

    // Lines of one flush, which are few; the order of lines of the same time is kept.
    private static IEnumerable<LogPiece> Interleaved(List<LogPiece> lines, int count) => lines.Take(count).OrderBy(static line => line.Time);

    private async IAsyncEnumerable<SegmentFrame> FramesAsync(LogCursor cursor, long? taskId, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var segments = await _segments.SegmentsAsync(cancellation);
        for (var segment = cursor.Next.Segment; segment < segments.Count; segment++)
        {
            var offset = segment == cursor.Next.Segment ? cursor.Next.Offset : 0;
            cursor.Next = new(segment, offset);
            if (offset == 0 && taskId is { } id && _segments.Index(segment, segments[segment].Length) is { } index)
            {
                yield return _segments.Read(new(segment, 0));
                foreach (var position in _segments.Find(segment, index, id))
                {
                    yield return _segments.Read(position);
                }

                cursor.Next = new(segment + 1, 0);
                continue;
            }

            var scan = _segments.Scan(segment, segment == segments.Count - 1, offset);
            while (await scan.NextAsync(cancellation) is { } frame)
            {
                cursor.Next = new(segment, frame.Position.Offset + Frame.HeaderSize + frame.Payload.Length);
                if (frame.Type is FrameType.Header or FrameType.LogBlock)
                {
                    yield return frame;
                }
            }
        }
    }

    private long Read(SegmentFrame frame, DateTimeOffset baseTime, LogFilter filter, List<LogPiece> lines)
    {
        try
        {
            return LogBlockReader.Read(frame.Payload.Span, baseTime, filter, lines);
        }
        catch (Exception exception) when (exception is InvalidDataException or OverflowException or ArgumentException)
        {
            throw _segments.Damaged(frame.Position, $"the output there cannot be read: {exception.Message}", exception);
        }
    }
}
