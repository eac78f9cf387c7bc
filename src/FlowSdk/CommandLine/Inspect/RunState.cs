using FlowSdk.Metadata;

namespace FlowSdk.CommandLine;

/// <summary>A run as <c>status</c> shows it.</summary>
/// <param name="Paths">Which run it is.</param>
/// <param name="Summary">The run as a whole.</param>
/// <param name="Steps">Its steps, or the one that was asked for.</param>
/// <param name="Failures">The first of its tasks that failed.</param>
/// <param name="Duration">How long it took, or has taken so far; null when that is not known.</param>
internal sealed record RunState(
    RunPaths Paths, RunSummary Summary, IReadOnlyList<StepSummary> Steps, IReadOnlyList<TaskSummary> Failures, TimeSpan? Duration)
{
    private const int MaxFailures = 5;

    public static async Task<RunState> ReadAsync(RunReader run, string? stepName, TimeProvider time)
    {
        var summary = await run.SummaryAsync();
        var progress = await run.ProgressAsync();
        var steps = progress.Steps.Where(step => stepName is null || step.Name == stepName).ToArray();
        var failures = new List<TaskSummary>();
        foreach (var id in progress.FirstFailures)
        {
            if (await run.FindTaskAsync(id) is { } task && steps.Any(step => step.Step == task.Key.Step))
            {
                failures.Add(task);
            }

            if (failures.Count == MaxFailures)
            {
                break;
            }
        }

        return new(run.Paths, summary, steps, failures, DurationOf(summary, time));
    }

    /// <summary>From its creation to its end; to now while it runs; not known when it was interrupted.</summary>
    public static TimeSpan? DurationOf(RunSummary summary, TimeProvider time) =>
        summary.FinishedAt is { } end ? end - summary.Start.CreatedAt
        : summary.Status == RunStatus.Running ? time.GetUtcNow() - summary.Start.CreatedAt
        : null;
}
