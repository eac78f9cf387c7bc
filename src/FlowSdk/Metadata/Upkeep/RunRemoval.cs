using FlowSdk.Storage;

namespace FlowSdk.Metadata;

/// <summary>Deletes runs. What they alone refer to stays until garbage is collected.</summary>
internal sealed class RunRemoval(IObjectStore store)
{
    private readonly RunIndex _index = new(store, RunIndex.All);
    private readonly RunIndex _succeeded = new(store, RunIndex.Succeeded);

    /// <summary>Deletes a run that nobody runs. First it becomes invisible: killed halfway, this leaves what nobody sees, and the next collection removes it.</summary>
    /// <returns>False if the run is running, or someone else is deleting it: then it stays as it is.</returns>
    public async ValueTask<bool> RemoveAsync(RunPaths run, CancellationToken cancellation = default)
    {
        var locks = store as IExclusiveLocks;
        using (var held = locks?.TryTake(run.Lock))
        {
            if (locks is null ? await RunClaim.IsHeldAsync(store, run, cancellation) : held is null)
            {
                return false;
            }

            // In this order: what is found as the latest that succeeded is there.
            await _succeeded.RemoveAsync(run, cancellation);
            await _index.RemoveAsync(run, cancellation);

            // A loss of power brings back all of the run or none of what is seen of it.
            await store.SyncAsync(cancellation);
            await foreach (var found in RunFolders.ObjectsAsync(store, run.Root, cancellation))
            {
                await store.DeleteAsync(found.Key, null, cancellation);
            }
        }

        (store as IFolderUpkeep)?.RemoveFolder(run.Root);
        return true;
    }
}
