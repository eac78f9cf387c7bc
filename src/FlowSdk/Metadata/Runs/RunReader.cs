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
        // The runner lets go of the lock after its last record: so in this order a finished run never looks interrupted.
        var isHeld = store is IExclusiveLocks locks && locks.IsHeld(Paths.Lock);
        var end = isHeld ? null : Journal.ReadEnd();
        var status = end?.Status ?? (isHeld || store is not IExclusiveLocks ? RunStatus.Running : RunStatus.Interrupted);
        return new(Start, status, end?.FinishedAt, await Tags.ReadAsync(cancellation) ?? [.. Start.Tags.Distinct().Order(StringComparer.Ordinal)], end);
    }

    /// <summary>How far each step has come, by step number.</summary>
    public async ValueTask<IReadOnlyList<StepSummary>> StepsAsync(CancellationToken cancellation = default)
    {
        var steps = Start.Steps.Select(static (step, number) => new StepProgress(number, step.Name)).ToArray();
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
                    break;
                case AttemptFailedRecord failed:
                    steps[failed.Key.Step].Add(failed);
                    break;
                case RunFinishedRecord finished:
                    end = finished;
                    break;
            }
        }

        return [.. steps.Select((step, number) => step.Summarize(end?.Steps.ElementAtOrDefault(number)))];
    }

    /// <summary>The tasks of a step, or all, by id.</summary>
    public async IAsyncEnumerable<TaskSummary> TasksAsync(int? step = null, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var status = (await SummaryAsync(cancellation)).Status;
        var tasks = new SortedDictionary<long, TaskHistory>();
        await foreach (var entry in Journal.ReadAllAsync(cancellation))
        {
            if (TaskHistory.Of(entry.Record) is var (id, key) && (step is null || key.Step == step))
            {
                if (!tasks.TryGetValue(id, out var history))
                {
                    tasks.Add(id, history = new(id, key));
                }

                history.Add(entry);
            }
        }

        foreach (var history in tasks.Values)
        {
            yield return history.Summarize(status);
        }
    }

    /// <summary>One task, without reading all others; null if there is none.</summary>
    public async ValueTask<TaskSummary?> FindTaskAsync(long taskId, CancellationToken cancellation = default)
    {
        TaskHistory? history = null;
        foreach (var entry in await Journal.FindTaskAsync(taskId, cancellation))
        {
            if (TaskHistory.Of(entry.Record) is var (id, key))
            {
                history ??= new(id, key);
                history.Add(entry);
            }
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
}
