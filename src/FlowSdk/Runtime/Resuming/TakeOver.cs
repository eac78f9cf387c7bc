using FlowSdk.Metadata;
using FlowSdk.Runtime.Scheduling;
using FlowSdk.Storage;

namespace FlowSdk.Runtime.Resuming;

/// <summary>Copies the records of the tasks that a run takes over into its journal, before the run can be found.</summary>
internal sealed class TakeOver
{
    private readonly ResumePlan _plan;
    private readonly Dictionary<RecordPosition, RecordPosition> _positions = [];

    private TakeOver(ResumePlan plan) => _plan = plan;

    /// <summary>Seals the journal of an origin that was interrupted, and adds its records, in the order in which they stand there.</summary>
    /// <param name="plan">What is taken over.</param>
    /// <param name="store">Where both runs are kept.</param>
    /// <param name="run">The new run.</param>
    /// <param name="journal">Its journal.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The tasks, for the scheduler.</returns>
    public static async Task<ReusedTasks> WriteAsync(
        ResumePlan plan, IObjectStore store, RunPaths run, JournalWriter journal, DateTimeOffset now, CancellationToken cancellation)
    {
        if (plan.OriginStatus == RunStatus.Interrupted)
        {
            await new JournalSealing(store, plan.Origin.Paths).SealAsync(run.RunId, now, cancellation);
        }

        var reused = new ReusedTasks(new TakenArtifacts(store, run).Read);
        await new TakeOver(plan).CopyAsync(journal, reused, cancellation);
        return reused;
    }

    private async Task CopyAsync(JournalWriter journal, ReusedTasks reused, CancellationToken cancellation)
    {
        await foreach (var (position, record) in _plan.Origin.Journal.ReadAllAsync(cancellation))
        {
            if (record is TaskFinishedRecord task && _plan.Reused.Contains(task.TaskId))
            {
                var taken = Map(task);
                var now = journal.Enqueue(taken);
                _positions.Add(position, now);
                reused.Add(taken.Key, new(taken.TaskId, now, taken.Transition));
            }
        }
    }

    private TaskFinishedRecord Map(TaskFinishedRecord task)
    {
        var artifacts = task.Artifacts;
        return task with
        {
            Key = task.Key with { Step = _plan.Map.StepOf(task.Key.Step) },
            Origin = task.Origin ?? _plan.Origin.Start.TaskPath(task.Key.Step, task.TaskId),
            Transition = task.Transition is { } taken ? _plan.Map.TransitionOf(taken) : null,

            // What the table builds upon is a task before this one, so it was taken over as well.
            Artifacts = new(artifacts.Base is { } position ? _positions[position] : null, artifacts.Depth, _plan.Map.ChangesOf(artifacts.Changes)),
        };
    }
}
