using FlowSdk.CommandLine;
using FlowSdk.Tests.Storage;

namespace FlowSdk.Tests.Client;

/// <summary>How much is read for a question is a part of the answer: it must not grow with what was not asked for.</summary>
public sealed class ReadingCostTests(LongRuns runs) : IClassFixture<LongRuns>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_newest_runs_take_one_read_and_one_look_for_tags_each()
    {
        using var written = new WrittenRuns();
        for (var i = 0; i < 150; i++)
        {
            await written.WriteAsync(status: i % 2 == 0 ? RunStatus.Succeeded : RunStatus.Failed);
        }

        var store = new CountingStore(written.Store);
        await using var client = new FlowClient(store, ownsStore: false);

        (await client.Flow("A").RunsAsync(cancellation: Stop).Take(100).CountAsync(r => r.Status == RunStatus.Failed, Stop)).ShouldBe(50);

        (store.Reads, store.Lookups, store.Listings, store.LockLooks, store.Writes).ShouldBe((100, 100, 1, 0, 0));
        store.BytesRead.ShouldBeLessThan(100 * 1024);
    }

    [Fact]
    public async Task The_latest_run_that_succeeded_takes_one_read_however_many_have_failed_since()
    {
        using var written = new WrittenRuns();
        var whole = await written.WriteAsync();
        for (var i = 0; i < 20; i++)
        {
            await written.WriteAsync(status: RunStatus.Failed);
        }

        var store = new CountingStore(written.Store);
        await using var client = new FlowClient(store, ownsStore: false);

        (await client.Flow("A").LatestSuccessfulRunAsync(Stop)).Id.ShouldBe(whole);

        (store.Reads, store.Lookups, store.Listings, store.LockLooks, store.Writes).ShouldBe((1, 1, 1, 0, 0));
    }

    [Fact]
    public async Task A_run_under_way_takes_one_read_and_a_look_at_its_lock()
    {
        using var written = new WrittenRuns();
        using var run = await written.StartAsync();
        var store = new CountingStore(written.Store);
        await using var client = new FlowClient(store, ownsStore: false);

        (await client.Flow("A").LatestRunAsync(Stop)).Status.ShouldBe(RunStatus.Running);

        (store.Reads, store.Lookups, store.Listings, store.LockLooks, store.Writes).ShouldBe((1, 1, 1, 1, 0));
    }

    [Fact]
    public async Task One_task_of_100_000_takes_less_than_100_KiB()
    {
        runs.Store.Reset();
        await using var client = new FlowClient(runs.Store, ownsStore: false);

        var task = await client.TaskAsync($"{runs.Run.FlowName}/{runs.Run.RunId}/Train/70101", Stop);

        (await task.ReadJsonAsync("Accuracy", Stop)).GetInt32().ShouldBe(7);
        (task.Status, task.Attempts.Count).ShouldBe((TaskRunStatus.Succeeded, 2));
        (runs.Store.BytesRead, runs.Store.Reads).ShouldSatisfyAllConditions(c => c.BytesRead.ShouldBeLessThan(100 * 1024), c => c.Reads.ShouldBeLessThanOrEqualTo(6));
        runs.Store.Reset();
        task.Parents.ShouldBe([$"{runs.Run.FlowName}/{runs.Run.RunId}/Start/1"]);
        runs.Store.BytesRead.ShouldBeLessThan(50 * 1024);
    }

    [Fact]
    public async Task The_status_of_a_run_of_100_000_tasks_that_is_over_takes_some_small_reads_more_for_each_failure_that_it_shows()
    {
        var reader = runs.Open();
        runs.Store.Reset();
        await reader.SummaryAsync(Stop);
        await reader.ProgressAsync(Stop);
        runs.Store.BytesRead.ShouldBeLessThan(50 * 1024);
        runs.Store.Reset();

        var state = await RunState.ReadAsync(runs.Open(), null, TimeProvider.System);

        state.Steps.Select(s => (s.Counts.Succeeded, s.Counts.Failed, s.Counts.Canceled, s.FailedAttempts, s.TaskTime > TimeSpan.Zero))
            .ShouldBe([(1, 0, 0, 0, true), (99_990, 10, 0, 1000, true), (0, 0, 1, 0, false), (0, 0, 1, 0, false)]);
        state.Failures.Select(t => t.TaskId).ShouldBe([10_001, 20_001, 30_001, 40_001, 50_001]);
        state.Failures.ShouldAllBe(t => t.Failure!.Message == "no luck");
        runs.Store.BytesRead.ShouldBeLessThan(250 * 1024);
    }

    [Fact]
    public async Task What_is_written_down_of_a_run_at_its_end_is_what_its_journal_adds_up_to()
    {
        var totals = new FlowSdk.Metadata.RunTotals(runs.Open().Start);
        await foreach (var (_, record) in runs.Open().Journal.ReadAllAsync(Stop))
        {
            totals.Add(record);
        }

        var progress = await runs.Open().ProgressAsync(Stop);

        totals.Summarize(RunStatus.Failed, new(runs.Open().Start)).Steps.Take(2).ShouldBe(progress.Steps.Take(2));
        totals.FirstFailures.ShouldBe(progress.FirstFailures);
    }

    [Fact]
    public async Task The_output_of_one_task_of_100_000_takes_less_than_100_KiB()
    {
        var reader = runs.Open();
        runs.Store.Reset();

        (await reader.Log.ReadAsync(taskId: 70_001, cancellation: Stop).Select(l => l.Text).ToListAsync(Stop)).ShouldBe(["item 69999"]);

        runs.Store.BytesRead.ShouldBeLessThan(100 * 1024);
    }

    [Fact]
    public async Task Reading_all_tasks_one_after_the_other_reads_each_byte_few_times_and_in_large_pieces()
    {
        var length = (await runs.Store.FindAsync(runs.Run.Journal + "000000", Stop))!.Length;
        runs.Store.Reset();

        (await runs.Open().TasksAsync(cancellation: Stop).CountAsync(Stop)).ShouldBe(100_001);

        runs.Store.BytesRead.ShouldBeLessThan(2 * length);
        runs.Store.Reads.ShouldBeLessThan(60);
    }
}
