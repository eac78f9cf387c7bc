using System.Globalization;
using FlowSdk.Metadata;

namespace FlowSdk.Client;

/// <summary>The tasks that a run has taken over from another one, which executed them and keeps what they wrote.</summary>
/// <param name="Origin">The run that executed them.</param>
/// <param name="Steps">By task id, the number of the task's step in the run that took them over.</param>
internal sealed record TakenOverTasks(RunPaths Origin, IReadOnlyDictionary<long, int> Steps)
{
    /// <summary>Those of a run, by origin, the oldest first.</summary>
    /// <param name="run">The run that took them over.</param>
    /// <param name="step">Only tasks of this step; null for all.</param>
    /// <param name="taskId">Only this task; null for all.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async ValueTask<IReadOnlyList<TakenOverTasks>> OfAsync(RunReader run, int? step, long? taskId, CancellationToken cancellation = default)
    {
        if (run.Start.OriginRunId is null)
        {
            return [];
        }

        var byRun = new SortedDictionary<string, Dictionary<long, int>>(StringComparer.Ordinal);
        if (taskId is { } id)
        {
            Add((await run.FindTaskAsync(id, cancellation))?.Finished);
        }
        else
        {
            await AddAllAsync();
        }

        return [.. byRun.Select(tasks => new TakenOverTasks(new(run.Paths.FlowName, tasks.Key), tasks.Value))];

        // They stand at the beginning of the journal, right after its first record.
        async ValueTask AddAllAsync()
        {
            await foreach (var (_, record) in run.Journal.ReadAllAsync(cancellation))
            {
                if (record is TaskFinishedRecord { Origin: not null } task)
                {
                    Add(task);
                }
                else if (record is not RunStartedRecord)
                {
                    break;
                }
            }
        }

        void Add(TaskFinishedRecord? task)
        {
            if (task?.Origin?.Split('/') is not [_, var origin, _, var number] || (step is not null && task.Key.Step != step))
            {
                return;
            }

            if (!byRun.TryGetValue(origin, out var tasks))
            {
                byRun.Add(origin, tasks = []);
            }

            tasks[long.Parse(number, CultureInfo.InvariantCulture)] = task.Key.Step;
        }
    }
}
