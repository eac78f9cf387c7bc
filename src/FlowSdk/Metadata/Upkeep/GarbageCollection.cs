using FlowSdk.Storage;

namespace FlowSdk.Metadata;

/// <summary>
/// Removes what no kept run needs, while runs go on beside it: old runs first, then objects that the journals of all others do not refer to. It may be
/// killed at any point, and several may go on at once.
/// </summary>
/// <remarks>
/// An object is removed only if it was last stored or refreshed over an hour before this began, and before the oldest running run began: what a run has stored is
/// in its journal only when the task has ended. Whoever stores what is there already refreshes it, and then it is not the version that would be removed.
/// </remarks>
internal sealed class GarbageCollection(IObjectStore store, RunRetention retention, bool remove)
{
    /// <summary>How old garbage must be.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromHours(1);

    private readonly RunIndex _index = new(store, RunIndex.All);
    private readonly RunRemoval _removal = new(store);
    private readonly ReferenceMarks _marks = new(store);
    private readonly List<RemovedRun> _runs = [];
    private readonly HashSet<RunPaths> _goneRuns = [];
    private readonly HashSet<RunPaths> _seenRuns = [];
    private ObjectTally _garbage;
    private ObjectTally _young;
    private ObjectTally _kept;
    private DateTimeOffset _before;

    /// <summary>Collects, once.</summary>
    /// <exception cref="FlowException">A journal is damaged: it is not known what its run needs, so no object was removed.</exception>
    public async Task<CollectionReport> RunAsync(CancellationToken cancellation = default)
    {
        var now = await store.GetTimeAsync(cancellation);
        _before = now - Grace;
        await DeleteRunsAsync(now, cancellation);
        await MarkAsync(now, cancellation);
        await SweepAsync(cancellation);
        var folders = store as IFolderUpkeep;
        if (remove)
        {
            // Of days that have no runs any more, and of runs whose deletion was cut short at its very end.
            folders?.RemoveEmptyFolders(RunIndex.All, now - Grace);
            folders?.RemoveEmptyFolders(RunIndex.Succeeded, now - Grace);
            folders?.RemoveEmptyFolders(RunFolders.Root, now - Grace);
        }

        var unfinished = folders?.ClearUnfinished(now - Grace, remove) ?? default;
        return new(_runs, _garbage, new(unfinished.Count, unfinished.Length), _young, _kept);
    }

    private async Task DeleteRunsAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        if (!retention.DeletesRuns)
        {
            return;
        }

        List<string> flows = retention.FlowName is { } name ? [name] : await _index.FlowsAsync(cancellation).ToListAsync(cancellation);
        foreach (var flow in flows)
        {
            var newer = 0;
            await foreach (var run in _index.RunsAsync(flow, null, cancellation))
            {
                if (await ReadAsync(run, () => SummaryAsync(run, cancellation), cancellation) is { } summary
                    && retention.Deletes(summary, newer++, now))
                {
                    await DeleteAsync(run, summary, cancellation);
                }
            }
        }
    }

    // With the tags that the run surely has: one that was cut short may have kept it.
    private async Task<RunSummary?> SummaryAsync(RunPaths run, CancellationToken cancellation)
    {
        var reader = new RunReader(store, run);
        var summary = await reader.SummaryAsync(cancellation);
        return summary with { Tags = await reader.Tags.ReadWholeAsync(summary.Start, cancellation) };
    }

    private async Task DeleteAsync(RunPaths run, RunSummary summary, CancellationToken cancellation)
    {
        var length = 0L;
        await foreach (var found in RunFolders.ObjectsAsync(store, run.Root, cancellation))
        {
            length += found.Length;
        }

        if (!remove || await _removal.RemoveAsync(run, cancellation))
        {
            _goneRuns.Add(run);
            _runs.Add(new(summary, length));
        }
    }

    private async Task MarkAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        await foreach (var folder in RunFolders.AllAsync(store, cancellation))
        {
            var run = folder.Run;
            _seenRuns.Add(run);

            // In this order: who is not running now has written all it will, and was made visible before it let go of its lock.
            var isRunning = await RunClaim.IsHeldAsync(store, run, cancellation);
            var addedAt = await _index.AddedAtAsync(run, cancellation);
            if (_goneRuns.Contains(run))
            {
                continue;
            }

            if (addedAt is null && !isRunning && folder.ModifiedAt < now - Grace)
            {
                await RemoveRestAsync(folder, cancellation);
                continue;
            }

            var isOver = await ReadAsync(run, () => MarkAsync(run, cancellation), cancellation);

            // Whose lease has run out may only be asleep, and come to name what it stored before: until its journal has an end, or a resume has sealed it.
            isRunning |= !isOver && store is not IExclusiveLocks;
            _before = isRunning && addedAt < _before ? addedAt.Value : _before;
        }

        // A visible run of which there is nothing, not even a journal, has lost it: to read it tells.
        await foreach (var run in _index.RunsAsync(cancellation))
        {
            if (!_seenRuns.Contains(run) && !_goneRuns.Contains(run))
            {
                await ReadAsync(run, () => MarkAsync(run, cancellation), cancellation);
            }
        }
    }

    /// <returns>Whether nothing can follow in the run's journal.</returns>
    private async Task<bool> MarkAsync(RunPaths run, CancellationToken cancellation)
    {
        var journal = new JournalReader(store, run);
        var start = journal.ReadStart();
        var isOver = false;
        await foreach (var (_, record) in journal.ReadAllAsync(cancellation))
        {
            isOver = record is RunFinishedRecord or RunSealedRecord;
            foreach (var (_, reference) in RecordReferences.Of(record, start))
            {
                _marks.Mark(reference);
            }
        }

        return isOver;
    }

    // What was left of a run when whoever started or deleted it died.
    private async Task RemoveRestAsync(RunFolder folder, CancellationToken cancellation)
    {
        if (!remove || await _removal.RemoveAsync(folder.Run, cancellation))
        {
            _garbage = _garbage.Add(folder.Length);
        }
    }

    private async Task SweepAsync(CancellationToken cancellation)
    {
        await foreach (var found in RunFolders.ObjectsAsync(store, ContentObject.Root, cancellation))
        {
            if (ContentObject.HashOf(found.Key) is not { } hash)
            {
                continue;
            }

            if (_marks.MayNeed(hash))
            {
                _kept = _kept.Add(found.Length);
            }
            else if (found.ModifiedAt >= _before)
            {
                _young = _young.Add(found.Length);
            }
            else if (!remove || await store.DeleteAsync(found.Key, found.Version, cancellation))
            {
                _garbage = _garbage.Add(found.Length);
            }
        }
    }

    // A run that someone deletes meanwhile is no longer there to be kept; of any other, all that it needs must be known.
    private async Task<T?> ReadAsync<T>(RunPaths run, Func<Task<T>> read, CancellationToken cancellation)
    {
        try
        {
            return await read();
        }
        catch (FlowException exception) when (exception.Id is FlowErrors.JournalDamaged or FlowErrors.ObjectMissing or FlowErrors.ObjectDamaged)
        {
            return await _index.ContainsAsync(run, cancellation)
                ? throw new FlowException(
                    FlowErrors.CollectionBlocked,
                    $"What run {run.FlowName}/{run.RunId} needs cannot be told, so no object was removed from {store.Location}. {exception.Message} "
                        + $"Or give the run up: 'delete {run.FlowName}/{run.RunId}', then collect again.",
                    exception)
                : default;
        }
    }
}
