using System.Globalization;
using FlowSdk.Storage;

namespace FlowSdk.Metadata;

/// <summary>Finds out what a path spec names.</summary>
internal sealed class PathResolver(IObjectStore store, RunRegistry registry, RunIndex index)
{
    private const string Latest = "latest";

    public async ValueTask<FoundPath> FindAsync(string pathSpec, IReadOnlyList<string> flowNames, CancellationToken cancellation)
    {
        List<string> parts = [.. pathSpec.Trim().Trim('/').Split('/')];
        var stored = await registry.FlowsAsync(cancellation).ToListAsync(cancellation);
        var flows = flowNames.Count == 0 ? stored : flowNames;
        if (stored.Contains(parts[0]) || flowNames.Contains(parts[0]))
        {
            flows = [parts[0]];
            parts.RemoveAt(0);
        }

        if (parts.Count > 3 || (parts.Contains("") && pathSpec.Length > 0))
        {
            throw Invalid(pathSpec, "It has too many parts, or an empty one.");
        }

        var named = parts.Count > 0 && parts[0].Length > 0 ? await FindRunAsync(parts[0], flows, cancellation) : null;
        if (named is not null)
        {
            parts.RemoveAt(0);
        }

        var isLatest = named is null && (parts is [] or [""] || !char.IsAsciiDigit(parts[0][0]));
        var run = named ?? (isLatest ? await LatestAsync(flows, cancellation) : null) ?? throw await NotFoundAsync(pathSpec, flows, cancellation);
        if (parts is [""])
        {
            parts.Clear();
        }

        return await InRunAsync(pathSpec, run, parts, named is null, cancellation);
    }

    private async ValueTask<FoundPath> InRunAsync(string pathSpec, RunPaths run, List<string> parts, bool isRunGuessed, CancellationToken cancellation)
    {
        var reader = registry.Open(run);
        string? step = null;
        if (parts.Count > 0 && !IsTaskId(parts[0], out _))
        {
            step = parts[0];
            var steps = reader.Start.Steps;
            if (steps.All(known => known.Name != step))
            {
                throw Invalid(
                    pathSpec,
                    (isRunGuessed ? $"No run is called '{step}', and the latest run, {run.FlowName}/{run.RunId}," : $"The run {run.FlowName}/{run.RunId}")
                        + $" has no step '{step}'; its steps are {string.Join(", ", steps.Select(static known => known.Name))}.");
            }

            parts.RemoveAt(0);
        }

        if (parts is [])
        {
            return new(new(run, step, null), reader, null, !isRunGuessed);
        }

        if (parts is not [var text] || !IsTaskId(text, out var taskId))
        {
            throw Invalid(pathSpec, $"'{parts[^1]}' is no task: those are numbers.");
        }

        var task = await reader.FindTaskAsync(taskId, cancellation);
        var taskStep = task is null ? null : reader.Start.Steps[task.Key.Step].Name;
        return task is null || (step is not null && step != taskStep)
            ? throw Invalid(pathSpec, task is null
                ? $"The run {run.FlowName}/{run.RunId} has no task {taskId}, or it has not begun. 'status {run.RunId}' shows what there is."
                : $"Task {taskId} belongs to step {taskStep}: its path is {run.FlowName}/{run.RunId}/{taskStep}/{taskId}.")
            : new(new(run, taskStep, taskId), reader, task, !isRunGuessed);
    }

    private async ValueTask<RunPaths?> FindRunAsync(string name, IReadOnlyList<string> flows, CancellationToken cancellation)
    {
        if (name == Latest)
        {
            return await LatestAsync(flows, cancellation);
        }

        var matches = new List<RunPaths>();
        if (RunId.IsWhole(name))
        {
            foreach (var run in flows.Select(flow => new RunPaths(flow, name)))
            {
                if (await index.ContainsAsync(run, cancellation))
                {
                    matches.Add(run);
                }
            }
        }
        else
        {
            await foreach (var run in index.RunsAsync(flows, cancellation))
            {
                if (run.RunId.StartsWith(name, StringComparison.Ordinal) || run.RunId.EndsWith("-" + name, StringComparison.Ordinal))
                {
                    matches.Add(run);
                }
            }
        }

        return matches switch
        {
            [] => null,
            [var only] => only,
            _ => throw new FlowException(
                FlowErrors.InvalidPathSpec,
                $"'{name}' may be any of several runs. {matches.Count} runs match: {string.Join(", ", matches.Take(5).Select(static run => $"{run.FlowName}/{run.RunId}"))}{(matches.Count > 5 ? ", …" : "")}. Write more of the id."),
        };
    }

    private async ValueTask<RunPaths?> LatestAsync(IReadOnlyList<string> flows, CancellationToken cancellation)
    {
        await foreach (var run in index.RunsAsync(flows, cancellation))
        {
            return run;
        }

        return null;
    }

    public static bool IsTaskId(string text, out long taskId) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out taskId);

    public static FlowException Invalid(string pathSpec, string why) => new(
        FlowErrors.InvalidPathSpec, $"'{pathSpec}' cannot be found. {why} A path is flow/run/step/task; the first and last parts may be left out, and 'latest' is the newest run.");

    private async ValueTask<FlowException> NotFoundAsync(string pathSpec, IReadOnlyList<string> flows, CancellationToken cancellation) => new(
        FlowErrors.RunNotFound,
        (pathSpec.Length == 0 || pathSpec == Latest ? "There is no run" : $"No run matches '{pathSpec}'")
            + (flows.Count == 0 ? "" : $" of {string.Join(", ", flows)}")
            + (await registry.ExistsAsync(cancellation)
                ? $" in the store {store.Location}. 'runs' lists those that are there; --store or FLOWSDK_STORE names another store."
                : $", for there is no store {store.Location}. Run the flow there first; --store or FLOWSDK_STORE names another store."));
}
