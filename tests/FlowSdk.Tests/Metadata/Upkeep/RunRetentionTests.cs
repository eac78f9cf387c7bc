using FlowSdk.Metadata;

namespace FlowSdk.Tests.Metadata;

public sealed class RunRetentionTests : IDisposable
{
    private readonly StoreOfRuns _runs = new();

    public void Dispose() => _runs.Dispose();

    [Fact]
    public async Task The_newest_are_kept_of_each_flow()
    {
        var train = await OfEachDayAsync("Train", 4);
        var other = await OfEachDayAsync("Other", 3);

        var report = await _runs.CollectAsync(new() { KeepLast = 2 });

        report.Runs.Select(run => run.Summary.Start.RunId).ShouldBe([other[0], train[1], train[0]]);
        (await _runs.RunsAsync()).ShouldBe([train[3], train[2]]);
        (await _runs.RunsAsync("Other")).ShouldBe([other[2], other[1]]);
    }

    [Fact]
    public async Task Only_runs_of_the_flow_are_deleted()
    {
        await OfEachDayAsync("Train", 2);
        await OfEachDayAsync("Other", 2);
        (await _runs.CollectAsync(new() { KeepLast = 0, FlowName = "Train" })).Runs.Count.ShouldBe(2);
        (await _runs.RunsAsync("Other")).Length.ShouldBe(2);
    }

    [Fact]
    public async Task Conditions_narrow_each_other()
    {
        var runs = await OfEachDayAsync("Train", 5);
        var report = await _runs.CollectAsync(new() { KeepLast = 1, OlderThan = TimeSpan.FromDays(3) });
        report.Runs.Select(run => run.Summary.Start.RunId).ShouldBe([runs[2], runs[1], runs[0]]);
        (await _runs.CollectAsync(new() { KeepLast = 1, OlderThan = TimeSpan.FromDays(30) })).Runs.ShouldBeEmpty();
    }

    [Fact]
    public async Task Running_and_interrupted_runs_are_kept()
    {
        using var running = await _runs.StartAsync();
        var interrupted = await _runs.StartAsync();
        interrupted.Dispose();
        await _runs.FinishedAsync();
        _runs.Time.Now += TimeSpan.FromDays(100);

        (await _runs.CollectAsync(new() { OlderThan = TimeSpan.FromDays(1) })).Runs.Single().Summary.Status.ShouldBe(RunStatus.Succeeded);
        (await _runs.CollectAsync(new() { Statuses = [RunStatus.Interrupted] })).Runs.Single().Summary.Start.RunId.ShouldBe(interrupted.RunId);
        (await _runs.CollectAsync(new() { KeepLast = 0, Statuses = [RunStatus.Running] })).Runs.ShouldBeEmpty();
        (await _runs.RunsAsync()).ShouldBe([running.RunId]);
    }

    [Fact]
    public async Task Failed_ones_alone_can_go()
    {
        await _runs.FinishedAsync();
        var failed = await _runs.FinishedAsync(status: RunStatus.Failed);
        (await _runs.CollectAsync(new() { Statuses = [RunStatus.Failed, RunStatus.Canceled] })).Runs.Single().Summary.Start.RunId.ShouldBe(failed.RunId);
    }

    [Fact]
    public async Task A_run_with_the_tag_keep_is_kept_whenever_it_got_it()
    {
        var atStart = await _runs.FinishedAsync(tags: ["keep"]);
        var later = await _runs.FinishedAsync();
        await _runs.Registry.Open(later).Tags.ChangeAsync(SampleRun.Start with { Tags = [] }, [], ["keep"], TestContext.Current.CancellationToken);
        await _runs.FinishedAsync(tags: ["keeper"]);

        (await _runs.CollectAsync(new() { KeepLast = 0 })).Runs.Count.ShouldBe(1);
        (await _runs.RunsAsync()).Order().ShouldBe(new[] { atStart.RunId, later.RunId }.Order());
    }

    private async Task<string[]> OfEachDayAsync(string flow, int count)
    {
        var ids = new string[count];
        for (var i = 0; i < count; i++)
        {
            ids[i] = (await _runs.FinishedAsync(flow)).RunId;
            _runs.Time.Now += TimeSpan.FromDays(1);
        }

        return ids;
    }
}
