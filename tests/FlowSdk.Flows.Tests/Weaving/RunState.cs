using System.Text.Json;
using FlowSdk.Metadata;
using FlowSdk.Serialization;
using FlowSdk.Storage;

namespace FlowSdk.Flows.Tests.Weaving;

/// <summary>What a finished run left in its store.</summary>
internal sealed class RunState : IAsyncDisposable
{
    private readonly IObjectStore _store;
    private readonly RunReader _reader;
    private readonly ArtifactStore _artifacts;

    private RunState(IObjectStore store, RunReader reader, IReadOnlyList<FinishedTask> tasks)
    {
        (_store, _reader, _artifacts, Tasks) = (store, reader, new ArtifactStore(store), tasks);
    }

    /// <summary>The tasks that succeeded, by id.</summary>
    public IReadOnlyList<FinishedTask> Tasks { get; }

    public static async Task<RunState> OpenLatestAsync(string folder, string flow)
    {
        var store = ObjectStores.Open(folder);
        var registry = new RunRegistry(store, TimeProvider.System, new Random(1));
        await foreach (var run in registry.RunsAsync(flow))
        {
            var reader = registry.Open(run);
            var tasks = new List<FinishedTask>();
            await foreach (var task in reader.TasksAsync())
            {
                task.Status.ShouldBe(TaskRunStatus.Succeeded);
                tasks.Add(new(reader.Start.Steps[task.Key.Step].Name, task));
            }

            return new RunState(store, reader, tasks);
        }

        throw new InvalidOperationException($"There is no run of {flow}.");
    }

    /// <summary>An artifact of a task as JSON; null if it is not set.</summary>
    public string? Json(FinishedTask task, string artifact)
    {
        var reference = _reader.Artifacts(task.Summary).Where(a => a.Name == artifact).Select(a => a.Reference).SingleOrDefault();
        return reference is null ? null : JsonTranscoder.ToJson(_artifacts.Get(reference));
    }

    /// <summary>The lines that the tasks of a step wrote, in the order in which they are kept.</summary>
    public async Task<IReadOnlyList<string>> OutputAsync(string step)
    {
        var lines = new List<string>();
        foreach (var task in Tasks.Where(t => t.Step == step))
        {
            await foreach (var line in _reader.Log.ReadAsync(null, task.Summary.TaskId, null, null))
            {
                lines.Add(line.Text);
            }
        }

        return lines;
    }

    public Task EveryTaskHasAsync(string artifact, string json, int count)
    {
        Tasks.Select(t => Json(t, artifact)).ShouldBe(Enumerable.Repeat(json, count));
        return Task.CompletedTask;
    }

    /// <summary>Checks an artifact whose second member is the length of the longest way to the task, against the recorded parents.</summary>
    public Task DepthIsLongestPathAsync(string artifact)
    {
        var depths = new Dictionary<long, int>();
        foreach (var task in Tasks.OrderBy(t => t.Summary.TaskId))
        {
            var parents = task.Summary.Finished!.Parents;
            depths[task.Summary.TaskId] = 1 + parents.Select(p => depths[p]).DefaultIfEmpty(0).Max();
        }

        foreach (var task in Tasks.Where(t => t.Step != "End"))
        {
            using var value = JsonDocument.Parse(Json(task, artifact)!);
            value.RootElement[1].GetInt32().ShouldBe(depths[task.Summary.TaskId], task.Step);
        }

        return Task.CompletedTask;
    }

    public Task EndTaskListsEveryTaskAsync(string artifact, int count)
    {
        using var value = JsonDocument.Parse(Json(Tasks.Single(t => t.Step == "End"), artifact)!);
        value.RootElement.EnumerateArray().Select(e => e.GetString()!.Split('/')[^1]).Order()
            .ShouldBe(Tasks.Select(t => t.Summary.TaskId.ToString(System.Globalization.CultureInfo.InvariantCulture)).Order());
        value.RootElement.GetArrayLength().ShouldBe(count);
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();
}

/// <summary>A task that succeeded.</summary>
internal sealed record FinishedTask(string Step, TaskSummary Summary);
