using System.Runtime.CompilerServices;
using FlowSdk.Storage;

namespace FlowSdk.Metadata;

/// <summary>An empty object for each run, under a key that runs backwards in time, so that the newest runs are the first of one listing.</summary>
/// <param name="store">The store.</param>
/// <param name="root">What the keys begin with.</param>
internal sealed class RunIndex(IObjectStore store, string root)
{
    /// <summary>The keys of all runs that are visible.</summary>
    public const string All = "index/";

    /// <summary>The keys of runs that have succeeded, and of those whose runner died as it was about to say so.</summary>
    public const string Succeeded = "succeeded/";

    /// <summary>Adds a run.</summary>
    public async ValueTask AddAsync(RunPaths run, CancellationToken cancellation) => await store.PutIfAbsentAsync(KeyOf(run), default, cancellation);

    /// <summary>Takes a run out.</summary>
    public async ValueTask RemoveAsync(RunPaths run, CancellationToken cancellation) => await store.DeleteAsync(KeyOf(run), null, cancellation);

    /// <summary>When a run was added, by the store's clock; null if it was not.</summary>
    public async ValueTask<DateTimeOffset?> AddedAtAsync(RunPaths run, CancellationToken cancellation) => (await store.FindAsync(KeyOf(run), cancellation))?.ModifiedAt;

    /// <summary>Whether a run was added.</summary>
    public async ValueTask<bool> ContainsAsync(RunPaths run, CancellationToken cancellation) => await store.FindAsync(KeyOf(run), cancellation) is not null;

    /// <summary>Sees to it that a run that was there still is.</summary>
    /// <exception cref="FlowException">It was deleted.</exception>
    public async ValueTask RequireAsync(RunPaths run, CancellationToken cancellation)
    {
        if (!await ContainsAsync(run, cancellation))
        {
            throw new FlowException(
                FlowErrors.RunNotFound, $"The run {run.FlowName}/{run.RunId} is no longer in the store {store.Location}: it was deleted. 'runs' lists those that are there.");
        }
    }

    /// <summary>The flows that have runs, by name.</summary>
    public async IAsyncEnumerable<string> FlowsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        string? last = null;
        while (await store.ListAsync(root, last, 1, cancellation) is { Objects: [var first] })
        {
            if (first.Key.IndexOf('/', root.Length) is not (> 0 and var end))
            {
                // Not of this program: Windows, for one, leaves a desktop.ini in folders that were looked at.
                last = first.Key;
                continue;
            }

            var flow = first.Key[root.Length..end];
            yield return flow;

            // Greater than all keys of this flow.
            last = $"{root}{flow}/\uffff";
        }
    }

    /// <summary>The runs of a flow, the newest first.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="before">Only runs that stand after this one in the index, which are older; null for all.</param>
    /// <param name="cancellation">Gives up.</param>
    public async IAsyncEnumerable<RunPaths> RunsAsync(string flow, string? before, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var prefix = $"{root}{flow}/";
        var last = before is null ? null : KeyOf(new(flow, before));
        ObjectPage page;

        // Few are wanted mostly; whoever reads on gets larger pages, for a store in a folder looks through a day's entries for each.
        var size = 100;
        do
        {
            page = await store.ListAsync(prefix, last, size, cancellation);
            foreach (var entry in page.Objects)
            {
                if (RunId.FromIndex(entry.Key[prefix.Length..]) is { } runId)
                {
                    yield return new(flow, runId);
                }
            }

            last = page.Objects is [.., var end] ? end.Key : last;
            size = Math.Min(size * 4, 2000);
        }
        while (page.HasMore);
    }

    /// <summary>The runs of all flows, the newest first.</summary>
    public async IAsyncEnumerable<RunPaths> RunsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var run in RunsAsync(await FlowsAsync(cancellation).ToListAsync(cancellation), cancellation))
        {
            yield return run;
        }
    }

    /// <summary>The runs of several flows, the newest first.</summary>
    public async IAsyncEnumerable<RunPaths> RunsAsync(IReadOnlyList<string> flows, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var heads = new PriorityQueue<IAsyncEnumerator<RunPaths>, string>(Comparer<string>.Create(static (x, y) => string.CompareOrdinal(y, x)));
        foreach (var flow in flows)
        {
            await AdvanceAsync(RunsAsync(flow, null, cancellation).GetAsyncEnumerator(cancellation));
        }

        while (heads.TryDequeue(out var newest, out _))
        {
            yield return newest.Current;
            await AdvanceAsync(newest);
        }

        async ValueTask AdvanceAsync(IAsyncEnumerator<RunPaths> runs)
        {
            if (await runs.MoveNextAsync())
            {
                heads.Enqueue(runs, runs.Current.RunId);
            }
            else
            {
                await runs.DisposeAsync();
            }
        }
    }

    /// <summary>The key of a run's entry.</summary>
    public string KeyOf(RunPaths run) => $"{root}{run.FlowName}/{RunId.ToIndex(run.RunId)}";
}
