using System.Runtime.CompilerServices;
using FlowSdk.Storage;

namespace FlowSdk.Metadata;

/// <summary>Finds the runs that a store holds something of, visible or not: those that are being started or deleted too.</summary>
internal static class RunFolders
{
    /// <summary>The beginning of the keys of all of them.</summary>
    public const string Root = "runs/";

    private const int PageSize = 5000;

    /// <summary>All of them, by flow and id.</summary>
    public static async IAsyncEnumerable<RunFolder> AllAsync(IObjectStore store, [EnumeratorCancellation] CancellationToken cancellation)
    {
        RunFolder? current = null;
        await foreach (var found in ObjectsAsync(store, Root, cancellation))
        {
            if (RunOf(found.Key) is not { } run)
            {
                continue;
            }

            if (current is not null && current.Run != run)
            {
                yield return current;
                current = null;
            }

            current = new(
                run,
                (current?.Length ?? 0) + found.Length,
                current is not null && current.ModifiedAt > found.ModifiedAt ? current.ModifiedAt : found.ModifiedAt);
        }

        if (current is not null)
        {
            yield return current;
        }
    }

    /// <summary>All objects with a prefix.</summary>
    public static async IAsyncEnumerable<ObjectInfo> ObjectsAsync(IObjectStore store, string prefix, [EnumeratorCancellation] CancellationToken cancellation)
    {
        string? last = null;
        ObjectPage page;
        do
        {
            page = await store.ListAsync(prefix, last, PageSize, cancellation);
            foreach (var found in page.Objects)
            {
                yield return found;
                last = found.Key;
            }
        }
        while (page.HasMore);
    }

    // Not of this program: Windows, for one, leaves a desktop.ini in folders that were looked at.
    private static RunPaths? RunOf(string key) =>
        key[Root.Length..].Split('/') is [var flow, var runId, _, ..] && RunId.IsWhole(runId) ? new(flow, runId) : null;
}
