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
    public async IAsyncEnumerable<LogPiece> ReadAsync(
        int? step = null,
        long? taskId = null,
        int? attempt = null,
        OutputStream? stream = null,
        [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var filter = new LogFilter(step, taskId, attempt, stream);
        var lines = new List<LogPiece>();
        var batch = 0L;
        var segments = await _segments.SegmentsAsync(cancellation);
        foreach (var (number, length) in segments)
        {
            var baseTime = default(DateTimeOffset);
            var isLast = number == segments.Count - 1;
            await foreach (var frame in FramesAsync(number, length, isLast, taskId, cancellation))
            {
                if (frame.Type == FrameType.Header)
                {
                    baseTime = _segments.ReadHeader(frame);
                    continue;
                }

                var begin = lines.Count;
                var next = Read(frame, baseTime, filter, lines);
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
        }

        foreach (var line in Interleaved(lines, lines.Count))
        {
            yield return line;
        }
    }

    // Lines of one flush, which are few; the order of lines of the same time is kept.
    private static IEnumerable<LogPiece> Interleaved(List<LogPiece> lines, int count) => lines.Take(count).OrderBy(static line => line.Time);

    private async IAsyncEnumerable<SegmentFrame> FramesAsync(
        int segment, long length, bool isLast, long? taskId, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (taskId is { } id && await _segments.IndexAsync(segment, length, cancellation) is { } index)
        {
            yield return _segments.Read(new(segment, 0));
            foreach (var offset in index.OffsetsOf(id))
            {
                yield return _segments.Read(new(segment, offset));
            }

            yield break;
        }

        var scan = _segments.Scan(segment, isLast);
        while (await scan.NextAsync(cancellation) is { } frame)
        {
            if (frame.Type is FrameType.Header or FrameType.LogBlock)
            {
                yield return frame;
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
