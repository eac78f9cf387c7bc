using FlowSdk.Storage;

namespace FlowSdk.Metadata;

/// <summary>Reads the journal of one run, whether it is under way or over. May be used from any thread.</summary>
internal sealed class JournalReader(IObjectStore store, RunPaths paths)
{
    /// <summary>All records in order, up to what is written at that moment; a torn tail is cut off.</summary>
    public IAsyncEnumerable<JournalEntry> ReadAllAsync(CancellationToken cancellation = default) => throw new NotImplementedException($"{store}{paths}");

    /// <summary>The first record.</summary>
    public RunStartedRecord ReadStart() => throw new NotImplementedException();

    /// <summary>The last record if the run has finished; else null.</summary>
    public RunFinishedRecord? ReadEnd() => throw new NotImplementedException();

    /// <summary>The record at a position; a block that was read serves the neighbours too.</summary>
    public JournalRecord Read(RecordPosition position) => throw new NotImplementedException();

    /// <summary>All records of one task, in order, without reading the whole journal of a finished run.</summary>
    public IReadOnlyList<JournalEntry> FindTask(long taskId) => throw new NotImplementedException();

    /// <summary>The artifacts of the finished task whose record stands at a position.</summary>
    public ArtifactTable ReadTable(RecordPosition task) => throw new NotImplementedException();
}
