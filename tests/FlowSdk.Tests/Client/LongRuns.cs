using System.Text;
using FlowSdk.Metadata;
using FlowSdk.Storage;
using FlowSdk.Tests.Metadata;
using FlowSdk.Tests.Storage;

namespace FlowSdk.Tests.Client;

/// <summary>A run of 100,000 tasks of one foreach, written without running anything, in a store that counts what is read. Every hundredth task has failed once, every
/// ten thousandth for good; each says a line.</summary>
public sealed class LongRuns : IAsyncLifetime
{
    internal const int Tasks = 100_000;

    private readonly WrittenRuns _runs = new();

    internal CountingStore Store { get; private set; } = null!;

    internal RunPaths Run { get; private set; }

    internal RunReader Open() => new(Store, Run);

    public async ValueTask InitializeAsync()
    {
        Store = new(_runs.Store);
        using var run = await _runs.StartAsync("A");
        Run = run.Paths;
        var split = run.Journal.Enqueue(SampleRun.Finished(1, new(0, 0, 0, 0), [], new(TransitionKind.ForEach, [1], Tasks, []), new(null, 0, [new(0, SampleRun.Stored("Dataset"))])));
        for (var i = 0; i < Tasks; i++)
        {
            await WriteAsync(run, split, i + 2, i);
        }

        await run.FinishAsync(
            new()
            {
                Status = RunStatus.Failed,
                FinishedAt = SampleRun.CreatedAt.AddHours(1),
                Steps = run.Journal.Totals.Sum([new(1, 0, 0), new(Tasks - 10, 10, 0), new(0, 0, 1), new(0, 0, 1)]),
                FirstFailures = run.Journal.Totals.FirstFailures,
            },
            TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync()
    {
        _runs.Dispose();
        return ValueTask.CompletedTask;
    }

    private static async Task WriteAsync(StartedRun run, RecordPosition split, long id, int index)
    {
        var key = new TaskKey(1, 0, 1, index);
        var isLost = index % 10_000 == 9_999;
        if (index % 100 == 99)
        {
            run.Journal.Enqueue(new AttemptFailedRecord
            {
                TaskId = id,
                Key = key,
                Attempt = 0,
                StartedAt = SampleRun.CreatedAt,
                FinishedAt = SampleRun.CreatedAt.AddSeconds(1),
                Worker = 1,
                Failure = new(FailureKind.Exception, "System.Exception", "no luck", ""),
                IsFinal = isLost,
            });
        }

        if (!isLost)
        {
            run.Journal.Enqueue(SampleRun.Finished(id, key, [1], SampleRun.Linear(2), new(split, 1, [new(1, SampleRun.Inline("double", 7))])) with { Attempt = index % 100 == 99 ? 1 : 0 });
        }

        await run.Log.AppendAsync(1, id, 0, OutputStream.Stdout, SampleRun.CreatedAt.AddMilliseconds(index), Encoding.UTF8.GetBytes($"item {index}"));
    }
}
