using System.Runtime.CompilerServices;
using FlowSdk.Storage;

namespace FlowSdk.Metadata;

/// <summary>Reads one run, whether it is under way or over.</summary>
internal sealed class RunReader(IObjectStore store, RunPaths paths)
{
    public RunPaths Paths { get; } = paths;

    public JournalReader Journal { get; } = new(store, paths);

    public LogReader Log { get; } = new(store, paths);

    public RunTags Tags { get; } = new(store, paths);

    /// <summary>The first record: the flow's steps, artifacts and parameters.</summary>
    public RunStartedRecord Start => Journal.ReadStart();

    /// <summary>What the run is and how it stands, without reading its tasks.</summary>
    public async ValueTask<RunSummary> SummaryAsync(CancellationToken cancellation = default)
    {
        // The runner lets go of the run after its last record: so in this order a finished run never looks interrupted. A lease may be left beside that record.
        var isHeld = await RunClaim.IsHeldAsync(store, Paths, cancellation);
        var end = isHeld && store is IExclusiveLocks ? null : Journal.ReadEnd();
        var status = end?.Status ?? (isHeld ? RunStatus.Running : RunStatus.Interrupted);
        return new(Start, status, end?.FinishedAt, await Tags.ReadAsync(Start, cancellation), end);
    }

    /// <summary>How far each step has come, by step number.</summary>
    public async ValueTask<IReadOnlyList<StepSummary>> StepsAsync(CancellationToken cancellation = default)
    {
        var status = (await SummaryAsync(cancellation)).Status;
        var steps = Start.Steps.Select(static (step, number) => new StepProgress(number, step.Name)).ToArray();
        var pending = new PendingTasks(Start);
        RunFinishedRecord? end = null;
        await foreach (var (_, record) in Journal.ReadAllAsync(cancellation))
        {
            switch (record)
            {
                case TaskStartedRecord started:
                    steps[started.Key.Step].Add(started);
                    break;
                case TaskFinishedRecord finished:
                    steps[finished.Key.Step].Add(finished);
                    pending.Add(finished);
                    break;
                case AttemptFailedRecord failed:
                    steps[failed.Key.Step].Add(failed);
                    break;
                case RunFinishedRecord finished:
                    end = finished;
                    break;
            }
        }

        return [.. steps.Select((step, number) => step.Summarize(end?.Status ?? status, pending[number], end?.Steps.ElementAtOrDefault(number)))];
    }

    /// <summary>The tasks of a step, or all, by id.</summary>
    public async IAsyncEnumerable<TaskSummary> TasksAsync(int? step = null, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        // The positions are few bytes a task; what they lead to is read when its turn comes.
        var records = new List<(long TaskId, int Segment, int Offset)>();
        var status = (await SummaryAsync(cancellation)).Status;
        await foreach (var (position, id, number) in Journal.TaskPositionsAsync(cancellation))
        {
            if (step is null || number == step)
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
        if (taskIds is [var only])
        {
            steps[only] = (await FindTaskAsync(only, cancellation))?.Key.Step ?? throw Missing(only);
            return steps;
        }

        var wanted = taskIds.ToHashSet();
        await foreach (var (_, id, step) in Journal.TaskPositionsAsync(cancellation))
        {
            if (wanted.Remove(id))
            {
                steps.Add(id, step);
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

        return history?.Summarize((await SummaryAsync(cancellation)).Status);
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

    private FlowException Missing(long taskId) => new(
        FlowErrors.JournalDamaged,
        $"The journal of {Paths.FlowName}/{Paths.RunId} in {store.Location} is damaged: it has no task {taskId}, though another one follows it. Restore it from a backup, or run the flow again.");
}
