using FlowSdk.Metadata;
using FlowSdk.Tests.Client;

namespace FlowSdk.Tests.Metadata;

/// <summary>How far steps have come while their run is running, and when its runner is gone.</summary>
public sealed class StepProgressTests : IDisposable
{
    private const int Start = 0;
    private const int Train = 1;
    private const int Choose = 2;
    private const int End = 3;

    private readonly WrittenRuns _runs = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _runs.Dispose();

    [Fact]
    public async Task What_is_due_and_has_not_begun_is_pending()
    {
        using var run = await _runs.StartAsync();
        (await OpenAsync(run)).ShouldBe(["Start 0+1", "Train 0+0", "Choose 0+0", "End 0+0"]);

        await AddAsync(run, Split(1, count: 3));
        (await OpenAsync(run)).ShouldBe(["Start 0+0", "Train 0+3", "Choose 0+0", "End 0+0"]);

        await AddAsync(run, Finished(2, Body(0), Choose), Started(3, 1, attempt: 0));
        (await OpenAsync(run)).ShouldBe(["Start 0+0", "Train 1+1", "Choose 0+0", "End 0+0"]);

        await AddAsync(run, Finished(3, Body(1), Choose), Finished(4, Body(2), Choose));
        (await OpenAsync(run)).ShouldBe(["Start 0+0", "Train 0+0", "Choose 0+1", "End 0+0"]);

        await AddAsync(run, Finished(5, new(Choose, 0, 0, 0), End));
        (await OpenAsync(run)).ShouldBe(["Start 0+0", "Train 0+0", "Choose 0+0", "End 0+1"]);
    }

    [Fact]
    public async Task After_an_empty_foreach_its_join_is_pending()
    {
        using var run = await _runs.StartAsync();
        await AddAsync(run, Split(1, count: 0));
        (await OpenAsync(run)).ShouldBe(["Start 0+0", "Train 0+0", "Choose 0+1", "End 0+0"]);
    }

    [Fact]
    public async Task A_branch_makes_one_task_of_each_target_pending()
    {
        using var run = await _runs.StartAsync();
        await AddAsync(run, SampleRun.Finished(1, new(Choose, 0, 0, 0), [], new(TransitionKind.Branch, [End, Train], 2, []), new(null, 0, [])));
        (await OpenAsync(run)).ShouldBe(["Start 0+1", "Train 0+1", "Choose 0+0", "End 0+1"]);
    }

    [Fact]
    public async Task A_task_that_waits_for_its_next_attempt_is_pending_until_that_is_seen()
    {
        using var run = await _runs.StartAsync();
        var reader = new RunReader(_runs.Store, run.Paths);
        await AddAsync(run, Split(1, count: 2), Failed(2, 0, isFinal: false));

        (await OpenAsync(run))[Train].ShouldBe("Train 0+2");
        var waiting = await reader.TasksAsync(Train, Stop).SingleAsync(Stop);
        (waiting.Status, waiting.Failure?.Message).ShouldBe((TaskRunStatus.Pending, "broken"));

        await AddAsync(run, Started(2, 0, attempt: 1));
        (await OpenAsync(run))[Train].ShouldBe("Train 1+1");
        (await reader.TasksAsync(Train, Stop).SingleAsync(Stop)).Status.ShouldBe(TaskRunStatus.Running);

        await AddAsync(run, Finished(2, Body(0), Choose), Failed(3, 1, isFinal: true));
        (await OpenAsync(run))[Train].ShouldBe("Train 0+0");
    }

    [Fact]
    public async Task What_was_open_when_the_runner_was_gone_is_interrupted_and_nothing_is_pending()
    {
        using (var run = await _runs.StartAsync())
        {
            await AddAsync(run, Split(1, count: 3), Started(2, 0, attempt: 0), Failed(3, 1, isFinal: false));
        }

        var steps = await _runs.Client.Flow("A").LatestRunAsync(Stop);
        var train = await steps.Step("Train").StatisticsAsync(Stop);
        (train.Running, train.Pending, train.Interrupted).ShouldBe((0, 0L, 2));
    }

    private static TaskKey Body(int index) => new(Train, 0, 1, index);

    private static TaskFinishedRecord Split(long id, int count) =>
        SampleRun.Finished(id, new(Start, 0, 0, 0), [], new(TransitionKind.ForEach, [Train], count, []), new(null, 0, []));

    private static TaskFinishedRecord Finished(long id, TaskKey key, int next) => SampleRun.Finished(id, key, [1], SampleRun.Linear(next), new(null, 0, []));

    private static TaskStartedRecord Started(long id, int index, int attempt) => new(id, Body(index), attempt, SampleRun.CreatedAt, 1);

    private static AttemptFailedRecord Failed(long id, int index, bool isFinal) => new()
    {
        TaskId = id,
        Key = Body(index),
        Attempt = 0,
        StartedAt = SampleRun.CreatedAt,
        FinishedAt = SampleRun.CreatedAt.AddSeconds(1),
        Worker = 1,
        IsFinal = isFinal,
        Failure = new(FailureKind.Exception, "T", "broken", ""),
    };

    private static async Task AddAsync(StartedRun run, params JournalRecord[] records)
    {
        foreach (var record in records)
        {
            run.Journal.Enqueue(record);
        }

        await run.Journal.FlushAsync(Stop);
    }

    // As "Step running+pending".
    private async Task<string[]> OpenAsync(StartedRun run) =>
        [.. (await new RunReader(_runs.Store, run.Paths).ProgressAsync(Stop)).Steps.Select(static step => $"{step.Name} {step.Running}+{step.Pending}")];
}
