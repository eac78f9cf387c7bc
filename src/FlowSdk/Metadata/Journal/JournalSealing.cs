using System.Buffers;
using FlowSdk.Storage;

namespace FlowSdk.Metadata;

/// <summary>
/// Ends the journal of an interrupted run: cuts off a torn tail and says who resumed it. A runner that was only thought to be gone finds
/// the journal longer than it left it, and can append nothing.
/// </summary>
/// <remarks>The last segment is replaced rather than added to: whoever still has the old one open writes where nobody reads.</remarks>
internal sealed class JournalSealing(IObjectStore store, RunPaths run)
{
    /// <summary>Seals the journal, unless the run has finished or was sealed before.</summary>
    /// <param name="by">The run that resumes it.</param>
    /// <param name="at">The time.</param>
    /// <param name="cancellation">Gives up.</param>
    public async ValueTask SealAsync(string by, DateTimeOffset at, CancellationToken cancellation = default)
    {
        var start = new JournalReader(store, run).ReadStart();
        while (true)
        {
            var tail = await JournalTail.ReadAsync(store, run, cancellation);
            if (tail.IsFinal || await TrySealAsync(tail, start, new(by, at), cancellation))
            {
                return;
            }

            // Somebody else has written meanwhile: most likely sealed it.
        }
    }

    private async ValueTask<bool> TrySealAsync(JournalTail tail, RunStartedRecord start, RunSealedRecord record, CancellationToken cancellation)
    {
        var buffer = new PackBuffer();
        var isNew = tail.IsClosed;
        var key = SegmentKind.KeyOf(run.Journal, isNew ? tail.Segment + 1 : tail.Segment);
        var index = isNew ? [] : tail.Index.ToList();
        if (!isNew && tail.Length > 0)
        {
            await ReadAsync(key, buffer, tail.Length, cancellation);
        }
        else
        {
            Frame.Append(buffer, FrameType.Header, payload => SegmentKind.Journal.WriteHeader(payload, start.CreatedAt));
        }

        var own = buffer.Length;
        Frame.Append(buffer, FrameType.RunSealed, payload => new JournalEncoding(start, start.CreatedAt).Write(payload, record));
        SegmentIndex.Append(buffer, 0, index, own);
        var content = new ReadOnlySequence<byte>(buffer.Written);
        var written = isNew
            ? await store.PutIfAbsentAsync(key, content, cancellation)
            : await store.ReplaceAsync(key, tail.Version!, content, cancellation);
        return written is not null;
    }

    private async ValueTask ReadAsync(string key, PackBuffer buffer, int length, CancellationToken cancellation)
    {
        var bytes = new byte[length];
        await store.ReadAsync(key, 0, bytes, cancellation);
        bytes.CopyTo(buffer.Add(length));
    }
}
