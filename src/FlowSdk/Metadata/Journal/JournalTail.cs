using FlowSdk.Storage;

namespace FlowSdk.Metadata;

/// <summary>How the journal of a run ends: what of its last segment is whole.</summary>
/// <param name="Segment">The number of the last segment; -1 without any.</param>
/// <param name="Version">The version of the segment that was looked at; null without any.</param>
/// <param name="Length">Its length up to the end of its last whole record.</param>
/// <param name="LastRecord">The offset of that record, the segment's index not counted.</param>
/// <param name="LastType">What that record is.</param>
/// <param name="IsClosed">Whether the segment ends with its index.</param>
/// <param name="Index">The records of tasks in it.</param>
internal sealed record JournalTail(
    int Segment, string? Version, int Length, int LastRecord, FrameType LastType, bool IsClosed, IReadOnlyList<(long Id, int Offset)> Index)
{
    /// <summary>Whether nothing may follow: the run has finished, or was sealed.</summary>
    public bool IsFinal => LastType is FrameType.RunFinished or FrameType.RunSealed;

    public static async ValueTask<JournalTail> ReadAsync(IObjectStore store, RunPaths run, CancellationToken cancellation)
    {
        var reader = new SegmentReader(store, run.Journal, SegmentKind.Journal);
        var segments = await reader.SegmentsAsync(cancellation);
        if (segments is not [.., var (number, _)] || await store.FindAsync(SegmentKind.KeyOf(run.Journal, number), cancellation) is not { } found)
        {
            return new(-1, null, 0, 0, default, IsClosed: true, []);
        }

        var (length, last, type, isClosed) = (0, 0, default(FrameType), false);
        var index = new List<(long, int)>();
        var scan = reader.Scan(number, isLast: true);
        while (await scan.NextAsync(cancellation) is { } frame)
        {
            // Without the index's last frame its pages are a part of the torn tail.
            if (frame.Type == FrameType.IndexPage)
            {
                continue;
            }

            length = frame.Position.Offset + Frame.HeaderSize + frame.Payload.Length;
            isClosed = frame.Type == FrameType.Index;
            if (isClosed)
            {
                continue;
            }

            (last, type) = (frame.Position.Offset, frame.Type);
            if (type is FrameType.TaskStarted or FrameType.TaskFinished or FrameType.AttemptFailed)
            {
                index.Add((JournalEncoding.TaskOf(frame.Payload.Span).Id, last));
            }
        }

        return new(number, found.Version, length, last, type, isClosed, index);
    }
}
