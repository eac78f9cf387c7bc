using System.Globalization;
using FlowSdk.Hosting;
using FlowSdk.Metadata;

namespace FlowSdk.CommandLine;

/// <summary>Finds the finished tasks that a path names: itself, those of a step, or the end of a run.</summary>
internal static class TaskChoice
{
    /// <summary>One task; several if the path names a step that has several that have succeeded.</summary>
    public static async Task<IReadOnlyList<TaskSummary>> ReadAsync(FoundPath found)
    {
        var (path, run, named, _) = found;
        if (path is { StepName: null, TaskId: null })
        {
            return [await EndTaskAsync(run)];
        }

        List<TaskSummary> tasks = named is not null ? [named] : await TasksAsync(run, path.StepName!);
        if (tasks.Where(static task => task.Finished is not null).ToArray() is { Length: > 0 } finished)
        {
            return finished;
        }

        var shown = $"{path.Run.FlowName}/{path.Run.RunId}/{path.StepName}{(path.TaskId is { } number ? string.Create(CultureInfo.InvariantCulture, $"/{number}") : "")}";
        throw tasks switch
        {
            [] => new UsageException(FlowErrors.RunNotFound, $"There is no task {shown}."),
            [var only] => new UsageException(
                FlowErrors.TaskNotSucceeded, $"Task {shown} {Unfinished(only.Status)}, so it has no artifacts. 'status {shown}' shows its attempts, 'logs {shown}' what it wrote."),
            _ => new UsageException(
                FlowErrors.TaskNotSucceeded, $"None of the {tasks.Count} tasks of {shown} has succeeded, so they have no artifacts. 'status {path.Run.RunId}' shows why."),
        };
    }

    private static string Unfinished(TaskRunStatus status) => status switch
    {
        TaskRunStatus.Pending => "waits for its next attempt",
        TaskRunStatus.Running => "is still running",
        TaskRunStatus.Failed => "failed",
        TaskRunStatus.Canceled => "was canceled",
        TaskRunStatus.Interrupted => "was interrupted",
        _ => "is not recorded as succeeded",
    };

    private static async Task<List<TaskSummary>> TasksAsync(RunReader run, string stepName) =>
        await run.TasksAsync(run.Start.Steps.Select(s => s.Name).ToList().IndexOf(stepName)).ToListAsync();

    private static async Task<TaskSummary> EndTaskAsync(RunReader run)
    {
        var summary = await run.SummaryAsync();
        var end = summary.End?.EndTask is { } position ? await run.FindTaskAsync(run.Journal.ReadFinished(position).TaskId) : null;
        return end ?? throw new UsageException(
            FlowErrors.RunNotFound,
            $"Run {run.Paths.RunId} {BeforeItsEnd(summary.Status)}, so there is no end to show. Name a task that succeeded, as {run.Paths.RunId}/{run.Start.Steps[0].Name}; 'status {run.Paths.RunId}' shows the steps.");
    }

    private static string BeforeItsEnd(RunStatus status) => status switch
    {
        RunStatus.Running => "is still running",
        RunStatus.Failed => "failed before its end",
        RunStatus.Canceled => "was canceled before its end",
        _ => "was interrupted before its end",
    };
}
