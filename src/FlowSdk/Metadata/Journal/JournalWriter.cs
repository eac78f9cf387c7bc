using FlowSdk.Storage;

namespace FlowSdk.Metadata;

/// <summary>Writes the journal of one run. Used by one thread at a time; the only writer of that journal.</summary>
/// <remarks>After a failed append nothing more is written: every later call throws.</remarks>
internal sealed class JournalWriter(IObjectStore store, RunPaths paths)
{
    /// <summary>Adds a record to what the next flush writes.</summary>
    /// <returns>Where the record will stand.</returns>
    public RecordPosition Enqueue(JournalRecord record) => throw new NotImplementedException($"{store}{paths}");

    /// <summary>Writes all that was enqueued, in one append: from then on it survives the end of any process.</summary>
    public ValueTask FlushAsync(CancellationToken cancellation = default) => throw new NotImplementedException();

    /// <summary>Flushes, and makes what was written survive a loss of power.</summary>
    public ValueTask SyncAsync(CancellationToken cancellation = default) => throw new NotImplementedException();

    /// <summary>Flushes, writes the index of the last segment, and syncs.</summary>
    public ValueTask CloseAsync(CancellationToken cancellation = default) => throw new NotImplementedException();
}
