using FlowSdk.Metadata;
using FlowSdk.Storage;

namespace FlowSdk.Runtime.Resuming;

/// <summary>Reads the artifacts of tasks that a run has taken over, so that those of the tasks after them can be described as changes.</summary>
internal sealed class TakenArtifacts(IObjectStore store, RunPaths run)
{
    private readonly JournalReader _journal = new(store, run);

    public ArtifactTable Read(RecordPosition position)
    {
        var task = _journal.ReadFinished(position);
        var table = _journal.TableOf(task);

        // A task that changed nothing has the table of its base, which stands there.
        var changes = task.Artifacts;
        if (changes is { Base: { } first, Changes.Count: 0 })
        {
            table.SetRecorded(first, changes.Depth - 1);
        }
        else
        {
            table.SetRecorded(position, changes.Depth);
        }

        return table;
    }
}
