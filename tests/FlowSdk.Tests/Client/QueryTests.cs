using FlowSdk.Metadata;

namespace FlowSdk.Tests.Client;

public sealed class QueryTests : IDisposable
{
    private readonly WrittenRuns _runs = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _runs.Dispose();

    [Fact]
    public async Task Runs_come_newest_first()
    {
        string[] ids = [await _runs.WriteAsync(), await _runs.WriteAsync(), await _runs.WriteAsync("B"), await _runs.WriteAsync()];

        (await IdsAsync(_runs.Client.Flow("A").RunsAsync(cancellation: Stop))).ShouldBe([ids[3], ids[1], ids[0]]);
        (await _runs.Client.FlowsAsync(Stop).Select(f => f.Name).ToListAsync(Stop)).ShouldBe(["A", "B"]);
        (await _runs.Client.Flow("B").LatestRunAsync(Stop)).Id.ShouldBe(ids[2]);
        (await _runs.Client.RunAsync($"B/{ids[2]}", Stop)).Id.ShouldBe(ids[2]);
        (await _runs.Client.RunAsync(ids[1], Stop)).PathSpec.ShouldBe($"A/{ids[1]}");
        (await _runs.Client.RunAsync("latest", Stop)).Id.ShouldBe(ids[3]);
        (await _runs.Client.Flow("A").RunAsync(ids[0][^4..], Stop)).Id.ShouldBe(ids[0]);
    }

    [Fact]
    public async Task Runs_are_found_by_state_user_tags_and_parameters()
    {
        var failed = await _runs.WriteAsync(status: RunStatus.Failed, tags: ["x"], parameter: 2);
        var ben = await _runs.WriteAsync(user: "ben", tags: ["x", "y"]);
        var ann = await _runs.WriteAsync(tags: ["y"], parameter: 2);
        using var running = await _runs.StartAsync();
        var flow = _runs.Client.Flow("A");

        (await IdsAsync(flow.RunsAsync(status: RunStatus.Failed, cancellation: Stop))).ShouldBe([failed]);
        (await IdsAsync(flow.RunsAsync(status: RunStatus.Succeeded, cancellation: Stop))).ShouldBe([ann, ben]);
        (await IdsAsync(flow.RunsAsync(status: RunStatus.Running, cancellation: Stop))).ShouldBe([running.RunId]);
        (await IdsAsync(flow.RunsAsync(user: "ben", cancellation: Stop))).ShouldBe([ben]);
        (await IdsAsync(flow.RunsAsync(tags: ["x"], cancellation: Stop))).ShouldBe([ben, failed]);
        (await IdsAsync(flow.RunsAsync(tags: ["x", "y"], cancellation: Stop))).ShouldBe([ben]);
        (await IdsAsync(flow.RunsAsync(["y", "user:ann"], cancellation: Stop))).ShouldBe([ann]);
        (await IdsAsync(flow.RunsAsync(tags: ["not a tag"], cancellation: Stop))).ShouldBeEmpty();
        (await IdsAsync(flow.RunsAsync(parameters: new Dictionary<string, string> { ["Rate"] = "2.0" }, cancellation: Stop))).ShouldBe([ann, failed]);
        (await IdsAsync(flow.RunsAsync(parameters: new Dictionary<string, string> { ["Rate"] = "2", ["Name"] = "abc" }, status: RunStatus.Failed, cancellation: Stop))).ShouldBe([failed]);
        (await IdsAsync(flow.RunsAsync(parameters: new Dictionary<string, string> { ["Rate"] = "two" }, cancellation: Stop))).ShouldBeEmpty();
        (await IdsAsync(flow.RunsAsync(parameters: new Dictionary<string, string> { ["Nothing"] = "2" }, cancellation: Stop))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Runs_are_found_by_time_and_page_by_page()
    {
        List<string> ids = [];
        for (var i = 0; i < 5; i++)
        {
            ids.Insert(0, await _runs.WriteAsync());
        }

        var flow = _runs.Client.Flow("A");
        var third = (await flow.RunAsync(ids[2], Stop)).CreatedAt;

        (await IdsAsync(flow.RunsAsync(since: third, cancellation: Stop))).ShouldBe(ids[..3]);
        (await IdsAsync(flow.RunsAsync(until: third, cancellation: Stop))).ShouldBe(ids[3..]);
        (await IdsAsync(flow.RunsAsync(since: third, until: third.AddTicks(1), cancellation: Stop))).ShouldBe([ids[2]]);
        (await IdsAsync(flow.RunsAsync(before: ids[1], cancellation: Stop).Take(2))).ShouldBe(ids[2..4]);
        (await IdsAsync(flow.RunsAsync(before: ids[1], until: third, cancellation: Stop))).ShouldBe(ids[3..]);
        (await IdsAsync(flow.RunsAsync(before: ids[4], cancellation: Stop))).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_latest_run_that_succeeded_is_not_one_that_died_at_its_end()
    {
        var whole = await _runs.WriteAsync();
        await _runs.WriteAsync(status: RunStatus.Failed);
        var dead = await _runs.StartAsync();
        await new RunIndex(_runs.Store, RunIndex.Succeeded).AddAsync(dead.Paths, Stop);
        dead.Dispose();

        (await _runs.Client.Flow("A").LatestSuccessfulRunAsync(Stop)).Id.ShouldBe(whole);
        (await _runs.Client.Flow("A").LatestRunAsync(Stop)).Status.ShouldBe(RunStatus.Interrupted);
        (await IdsAsync(_runs.Client.Flow("A").RunsAsync(status: RunStatus.Succeeded, cancellation: Stop))).ShouldBe([whole]);
    }

    [Fact]
    public async Task A_damaged_run_says_so_and_hides_no_other()
    {
        var whole = await _runs.WriteAsync();
        var damaged = await _runs.WriteAsync();
        await File.WriteAllTextAsync(_runs.FileOf("A", damaged, "journal/000000"), "not a journal", Stop);
        var flow = _runs.Client.Flow("A");

        var runs = await flow.RunsAsync(cancellation: Stop).ToListAsync(Stop);

        runs.Select(r => r.Id).ShouldBe([damaged, whole]);
        runs[1].Status.ShouldBe(RunStatus.Succeeded);
        Should.Throw<FlowException>(() => runs[0].Status).Message.ShouldContain(damaged);
        Should.Throw<FlowException>(() => runs[0].CreatedAt).Id.ShouldBe("FLOW1206");
        (await IdsAsync(flow.RunsAsync(user: "ann", cancellation: Stop))).ShouldBe([whole]);
        (await Should.ThrowAsync<FlowException>(() => flow.LatestSuccessfulRunAsync(Stop))).Message.ShouldContain(damaged);
    }

    [Fact]
    public async Task A_store_that_does_not_exist_has_no_runs_and_is_not_made()
    {
        var place = Path.Combine(Path.GetTempPath(), "flowsdk-nowhere", Guid.NewGuid().ToString("n"));
        await using var client = FlowClient.Open(place);

        (await client.FlowsAsync(Stop).CountAsync(Stop)).ShouldBe(0);
        (await client.Flow("A").RunsAsync(cancellation: Stop).CountAsync(Stop)).ShouldBe(0);
        (await Should.ThrowAsync<FlowException>(() => client.Flow("A").LatestRunAsync(Stop))).Message.ShouldContain($"There is no run of A, for there is no store {place}. ");
        var error = await Should.ThrowAsync<FlowException>(() => client.RunAsync("latest", Stop));
        (error.Id, error.Message.Contains($"There is no run, for there is no store {place}. Run the flow there first", StringComparison.Ordinal)).ShouldBe(("FLOW1209", true), error.Message);
        Directory.Exists(place).ShouldBeFalse();
    }

    private static async Task<List<string>> IdsAsync(IAsyncEnumerable<Run> runs) => await runs.Select(r => r.Id).ToListAsync(Stop);
}
