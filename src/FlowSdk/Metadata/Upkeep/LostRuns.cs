using System.Runtime.CompilerServices;
using FlowSdk.Storage;

namespace FlowSdk.Metadata;

/// <summary>Finds runs that have run and that nobody sees, for their entry in the index is gone, and tells them from what a start or a deletion that was cut short has left.</summary>
internal sealed class LostRuns(IObjectStore store)
{
    private readonly RunIndex _index = new(store, RunIndex.All);
    private readonly RunIndex _succeeded = new(store, RunIndex.Succeeded);

    /// <summary>All of them, by flow and id.</summary>
    public async IAsyncEnumerable<StoreFinding> FindAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var before = await store.GetTimeAsync(cancellation) - GarbageCollection.Grace;
        await foreach (var folder in RunFolders.AllAsync(store, cancellation))
        {
            // In this order, as in a collection: who is not running now was made visible before it let go of its lock.
            var run = folder.Run;
            if (!await RunClaim.IsHeldAsync(store, run, cancellation)
                && !await _index.ContainsAsync(run, cancellation)
                && (await _succeeded.ContainsAsync(run, cancellation) || (folder.ModifiedAt < before && await HasRunAsync(run, cancellation))))
            {
                yield return new(
                    FlowErrors.ObjectMissing,
                    $"{run.FlowName}/{run.RunId}",
                    false,
                    $"The object '{_index.KeyOf(run)}' is missing from {store.Location}: no command shows the run, though its journal is there. The entry was lost, or a deletion of the run was cut short. "
                        + "Restore it from a backup, or make it anew: it is empty. Otherwise 'gc --yes' removes the run.");
            }
        }
    }

    // A deletion takes the entry of one that has succeeded before the other: if both are gone, it was meant to go. A run that was only about to be started has nothing but its first record
    // and what it takes over.
    private async ValueTask<bool> HasRunAsync(RunPaths run, CancellationToken cancellation)
    {
        try
        {
            var hasRun = false;
            await foreach (var (_, record) in new JournalReader(store, run).ReadAllAsync(cancellation))
            {
                hasRun |= record is TaskStartedRecord or AttemptFailedRecord or TaskFinishedRecord { Origin: null } or RunFinishedRecord or RunSealedRecord;
                if (record is RunFinishedRecord { Status: RunStatus.Succeeded })
                {
                    return false;
                }
            }

            return hasRun;
        }
        catch (FlowException exception) when (RunReader.IsDamage(exception))
        {
            // A part of it is gone already.
            return false;
        }
    }
}
