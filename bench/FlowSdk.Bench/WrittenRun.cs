using FlowSdk.Metadata;
using FlowSdk.Storage;

namespace FlowSdk.Bench;

/// <summary>Writes runs as a runner would, without running anything.</summary>
internal static class WrittenRun
{
    public const string FlowName = "EmptyTasksFlow";

    // 42, as MessagePack has it.
    private static readonly byte[] Value = [42];

    /// <summary>Writes a run of so many tasks of one foreach, each with an artifact of its own.</summary>
    public static async Task<string> WriteAsync(IObjectStore store, int tasks, DateTimeOffset createdAt, RunStatus status = RunStatus.Succeeded)
    {
        var registry = new RunRegistry(store, new Clock(createdAt), Random.Shared);
        using var run = await registry.StartAsync(FlowName, (id, time) => Start(id, time));
        var start = run.Journal.Enqueue(Task(1, new(0, 0, 0, 0), [], new(TransitionKind.ForEach, [1], tasks, []), createdAt));
        for (var i = 0; i < tasks; i++)
        {
            run.Journal.Enqueue(Task(i + 2, new(1, 0, 1, i), [1], new(TransitionKind.Linear, [2], 1, []), createdAt) with
            {
                Artifacts = new(start, 1, [new(0, new() { TypeName = "int", Length = Value.Length, Inline = Value })]),
            });
        }

        var end = run.Journal.Enqueue(Task(tasks + 2, new(2, 0, 0, 0), [.. Enumerable.Range(2, tasks)], null, createdAt) with
        {
            Artifacts = new(null, 0, [new(0, new() { TypeName = "int", Length = Value.Length, Inline = Value })]),
        });
        await run.FinishAsync(new() { Status = status, FinishedAt = createdAt.AddSeconds(1), Steps = run.Journal.Totals.Sum([new(1, 0, 0), new(tasks, 0, 0), new(1, 0, 0)]), EndTask = end });
        return run.RunId;
    }

    private static RunStartedRecord Start(string id, DateTimeOffset time) => new()
    {
        FlowName = FlowName,
        RunId = id,
        CreatedAt = time,
        UserName = "bench",
        HostName = "bench",
        Steps =
        [
            new("Start", false, "", "Flow.cs", 1, [new(TransitionKind.ForEach, [1], 2)]),
            new("Body", false, "", "Flow.cs", 2, [new(TransitionKind.Linear, [2], -1)]),
            new("End", true, "", "Flow.cs", 3, []),
        ],
        Artifacts = [new("Number", "int")],
        Parameters = [],
    };

    private static TaskFinishedRecord Task(long id, TaskKey key, IReadOnlyList<long> parents, TakenTransition? transition, DateTimeOffset time) => new()
    {
        TaskId = id,
        Key = key,
        Parents = parents,
        Attempt = 0,
        StartedAt = time,
        FinishedAt = time.AddMilliseconds(id),
        Worker = 1,
        Transition = transition,
        Artifacts = new(null, 0, []),
    };

    private sealed class Clock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
