using System.Globalization;
using FlowSdk.Hosting;
using FlowSdk.Metadata;

namespace FlowSdk.CommandLine;

/// <summary>Finds the one finished task that a path names: itself, the only one of a step, or the end of a run.</summary>
internal static class TaskChoice
{
    public static async Task<TaskSummary> ReadAsync(RunReader run, ResolvedPath path)
    {
        if (path is { StepName: null, TaskId: null })
        {
            return await EndTaskAsync(run);
        }

        var task = path.TaskId is { } id ? await run.FindTaskAsync(id) : await OnlyTaskAsync(run, path.StepName!);
        var shown = $"{path.Run.FlowName}/{path.Run.RunId}{(path.StepName is { } name ? $"/{name}" : "")}{(path.TaskId is { } number ? string.Create(CultureInfo.InvariantCulture, $"/{number}") : "")}";
        return task is null ? throw new UsageException(FlowErrors.RunNotFound, $"There is no task {shown}.")
            : task.Finished is null ? throw new UsageException(FlowErrors.TaskNotSucceeded, $"Task {shown} {Unfinished(task.Status)}, so it has no artifacts. 'status {shown}' shows its attempts, 'logs {shown}' what it wrote.")
            : task;
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

    private static async Task<TaskSummary?> OnlyTaskAsync(RunReader run, string stepName)
    {
        var number = run.Start.Steps.Select(s => s.Name).ToList().IndexOf(stepName);
        TaskSummary? only = null;
        await foreach (var task in run.TasksAsync(number))
        {
            only = only is null ? task : throw new UsageException(
                FlowErrors.InvalidPathSpec,
                $"Step {stepName} has several tasks, such as {only.TaskId} and {task.TaskId}. Name one: {run.Paths.RunId}/{stepName}/{only.TaskId}.");
        }

        return only;
    }

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
