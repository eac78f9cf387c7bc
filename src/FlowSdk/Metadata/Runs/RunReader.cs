using System.Runtime.CompilerServices;
using FlowSdk.Storage;

namespace FlowSdk.Metadata;

/// <summary>Reads one run, whether it is under way or over.</summary>
internal sealed class RunReader(IObjectStore store, RunPaths paths)
{
    /// <summary>So many tasks are looked up in the index one by one; for more of them the journal is read.</summary>
    private const int MaxLookedUp = 16;

    public RunPaths Paths { get; } = paths;

    public JournalReader Journal { get; } = new(store, paths);

    public LogReader Log { get; } = new(store, paths);

    public RunTags Tags { get; } = new(store, paths);

    /// <summary>The first record: the flow's steps, artifacts and parameters.</summary>
    public RunStartedRecord Start => Journal.ReadStart();

    /// <summary>What the run is and how it stands, without reading its tasks.</summary>
    public async ValueTask<RunSummary> SummaryAsync(CancellationToken cancellation = default)
    {
        var (status, end) = await StatusAsync(cancellation);
        return new(Start, status, end?.FinishedAt, await Tags.ReadAsync(Start, cancellation), end);
    }

    /// <summary>The same of a run that may have been deleted since it was found, while this has kept some of it.</summary>
    /// <exception cref="FlowException">It was deleted, or is damaged.</exception>
    public async ValueTask<RunSummary> CurrentSummaryAsync(CancellationToken cancellation = default)
    {
        var index = new RunIndex(store, RunIndex.All);
        try
        {
            // In this order: the entry goes first, so of a run that still has it nothing was missing.
            var summary = await SummaryAsync(cancellation);
            await index.RequireAsync(Paths, cancellation);
            return summary;
        }
        catch (FlowException damage) when (IsDamage(damage))
        {
            await index.RequireAsync(Paths, cancellation);
            throw;
        }
    }

    /// <summary>How far each step has come, and what has failed: of a run that has finished it is written down, of any other the journal is read for it.</summary>
    public async ValueTask<RunProgress> ProgressAsync(CancellationToken cancellation = default)
    {
        var (status, end) = await StatusAsync(cancellation);
        if (end is not null && ProgressOf(end) is { } known)
        {
            return known;
        }

        var (totals, pending) = (new RunTotals(Start), new PendingTasks(Start));
        await foreach (var (_, record) in Journal.ReadAllAsync(cancellation))
        {
            if (record is RunFinishedRecord last && ProgressOf(last) is { } progress)
            {
                return progress;
            }

            totals.Add(record);
            pending.Add(record);
        }

        return totals.Summarize(status, pending);
    }

    /// <summary>The tasks of a step, or all, by id.</summary>
    public async IAsyncEnumerable<TaskSummary> TasksAsync(int? step = null, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        // The positions are few bytes a task; what they lead to is read when its turn comes.
        var records = new List<(long TaskId, int Segment, int Offset)>();
        var (status, _) = await StatusAsync(cancellation);
        await foreach (var (position, id, key) in Journal.TaskPositionsAsync(cancellation: cancellation))
        {
            if (step is null || key.Step == step)
            {
                records.Add((id, position.Segment, position.Offset));
            }
        }

        records.Sort();
        for (var i = 0; i < records.Count;)
        {
            var id = records[i].TaskId;
            TaskHistory? history = null;
            for (; i < records.Count && records[i].TaskId == id; i++)
            {
                var position = new RecordPosition(records[i].Segment, records[i].Offset);
                history = TaskHistory.Add(history, new(position, Journal.Read(position)));
            }

            yield return history!.Summarize(status);
        }
    }

    /// <summary>The steps of finished tasks, by number.</summary>
    public async ValueTask<IReadOnlyDictionary<long, int>> StepsOfAsync(IReadOnlyList<long> taskIds, CancellationToken cancellation = default)
    {
        var steps = new Dictionary<long, int>();
        if (taskIds.Count == 1 || (taskIds.Count <= MaxLookedUp && Journal.ReadIndexedEnd() is not null))
        {
            foreach (var id in taskIds)
            {
                steps[id] = await Journal.FindTaskAsync(id, cancellation) is [{ Record: var record }, ..] && TaskHistory.Of(record) is var (_, key) ? key.Step : throw Missing(id);
            }

            return steps;
        }

        var wanted = taskIds.ToHashSet();
        await foreach (var (_, id, key) in Journal.TaskPositionsAsync(cancellation: cancellation))
        {
            if (wanted.Remove(id))
            {
                steps.Add(id, key.Step);
                if (wanted.Count == 0)
                {
                    break;
                }
            }
        }

        return wanted.Count == 0 ? steps : throw Missing(wanted.First());
    }

    /// <summary>One task, without reading all others; null if there is none.</summary>
    public async ValueTask<TaskSummary?> FindTaskAsync(long taskId, CancellationToken cancellation = default)
    {
        TaskHistory? history = null;
        foreach (var entry in await Journal.FindTaskAsync(taskId, cancellation))
        {
            history = TaskHistory.Add(history, entry);
        }

        // A task that has ended is what it is, however the run stands.
        return history?.Summarize(history.HasEnded ? RunStatus.Running : (await StatusAsync(cancellation)).Status);
    }

    /// <summary>The artifacts of a finished task, by name, without those that are not set.</summary>
    public IReadOnlyList<(string Name, ArtifactReference Reference)> Artifacts(TaskSummary task)
    {
        if (task.Finished is null)
        {
            return [];
        }

        var table = Journal.TableOf(task.Finished);
        return [.. Start.Artifacts
            .Select((artifact, number) => (artifact.Name, Reference: table[number]))
            .Where(static artifact => artifact.Reference is not null)
            .Select(static artifact => (artifact.Name, artifact.Reference!))];
    }

    /// <summary>Whether an error is of one run only, so that others can still be read.</summary>
    public static bool IsDamage(FlowException exception) =>
        exception.Id is FlowErrors.JournalDamaged or FlowErrors.ObjectMissing or FlowErrors.ObjectDamaged or FlowErrors.StoreVersion;

    // A run that has its last record needs no other sign. Without one, the lock is looked at before the journal is read to its end: the runner lets go of
    // it after its last record, so a run that has finished never looks interrupted. A lease may be left beside that record.
    private async ValueTask<(RunStatus Status, RunFinishedRecord? End)> StatusAsync(CancellationToken cancellation)
    {
        if (Journal.ReadIndexedEnd() is { } known)
        {
            return (known.Status, known);
        }

        var isHeld = await RunClaim.IsHeldAsync(store, Paths, cancellation);
        var end = isHeld && store is IExclusiveLocks ? null : Journal.ReadEnd();
        return (end?.Status ?? (isHeld ? RunStatus.Running : RunStatus.Interrupted), end);
    }

    private RunProgress? ProgressOf(RunFinishedRecord end) => end.Steps.Count == Start.Steps.Count
        ? new([.. end.Steps.Select((totals, step) => new StepSummary(step, Start.Steps[step].Name, 0, 0, 0, totals))], end.FirstFailures)
        : null;

    private FlowException Missing(long taskId) => new(
        FlowErrors.JournalDamaged,
        $"The journal of {Paths.FlowName}/{Paths.RunId} in {store.Location} is damaged: it has no task {taskId}, though another one follows it. Restore it from a backup, or run the flow again.");
}
