using FlowSdk.Metadata;
using FlowSdk.Storage;
using FlowSdk.Tests.Storage;

namespace FlowSdk.Tests.Metadata;

public sealed class RunRegistryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FixedTime _time = new();
    private readonly LocalObjectStore _store;
    private readonly RunRegistry _registry;

    public RunRegistryTests()
    {
        _store = new(_folder.Path, TimeProvider.System);
        _registry = new(_store, _time, new Random(1));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_id_is_the_time_and_four_characters()
    {
        var id = RunId.Mint(_time.Now.ToOffset(TimeSpan.FromHours(9)), new Random(1));
        id.ShouldStartWith("20261121-093200412-");
        id.Length.ShouldBe(23);
        RunId.IsWhole(id).ShouldBeTrue();
        RunId.IsWhole(id[..^1]).ShouldBeFalse();
        RunId.IsWhole("29991399-093200412-abcd").ShouldBeFalse();
    }

    [Fact]
    public void An_index_entry_runs_backwards_in_time()
    {
        RunId.ToIndex("20261121-093200412-k7qp").ShouldBe("79738878/906799587-k7qp");
        RunId.FromIndex("79738878/906799587-k7qp").ShouldBe("20261121-093200412-k7qp");
    }

    [Fact]
    public async Task Runs_come_newest_first_of_one_flow_and_of_all()
    {
        var ids = new List<string>();
        foreach (var flow in (string[])["B", "A", "日本", "A", "B"])
        {
            ids.Add(await FinishedRunAsync(flow));
            _time.Now += TimeSpan.FromDays(0.7);
        }

        (await _registry.FlowsAsync(Stop).ToListAsync(Stop)).ShouldBe(["A", "B", "日本"]);
        (await _registry.RunsAsync(cancellation: Stop).Select(run => run.RunId).ToListAsync(Stop)).ShouldBe(Enumerable.Reverse(ids));
        (await _registry.RunsAsync("A", Stop).Select(run => run.RunId).ToListAsync(Stop)).ShouldBe([ids[3], ids[1]]);
        (await _registry.RunsAsync("None", Stop).ToListAsync(Stop)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Files_of_others_in_the_index_are_no_runs()
    {
        var id = await FinishedRunAsync("B");
        foreach (var stray in (string[])["index/a.ini", "index/B/desktop.ini", "index/B/79738878/short", "index/B/79738878/90679958x-k7qp"])
        {
            await _store.PutIfAbsentAsync(stray, default, Stop);
        }

        (await _registry.FlowsAsync(Stop).ToListAsync(Stop)).ShouldBe(["B"]);
        (await _registry.RunsAsync(cancellation: Stop).Select(run => run.RunId).ToListAsync(Stop)).ShouldBe([id]);
    }

    [Fact]
    public async Task A_run_is_running_then_finished()
    {
        using var run = await StartAsync("A");
        (await _registry.Open(run.Paths).SummaryAsync(Stop)).Status.ShouldBe(RunStatus.Running);
        await run.FinishAsync(End(RunStatus.Failed), Stop);
        run.Dispose();
        var summary = await _registry.Open(run.Paths).SummaryAsync(Stop);
        (summary.Status, summary.FinishedAt).ShouldBe((RunStatus.Failed, SampleRun.CreatedAt.AddMinutes(1)));
    }

    [Fact]
    public async Task A_run_whose_runner_is_gone_is_interrupted()
    {
        var run = await StartAsync("A");
        run.Journal.Enqueue(SampleRun.Records[2]);
        await run.Journal.FlushAsync(Stop);
        run.Dispose();
        var reader = _registry.Open(run.Paths);
        (await reader.SummaryAsync(Stop)).Status.ShouldBe(RunStatus.Interrupted);
        (await reader.FindTaskAsync(2, Stop)).ShouldNotBeNull().Status.ShouldBe(TaskRunStatus.Interrupted);
    }

    [Fact]
    public async Task Tasks_are_read_with_their_attempts_and_artifacts()
    {
        var reader = await WriteAsync(SampleRun.Records.Count, close: true);
        (await reader.TasksAsync(cancellation: Stop).Select(task => task.TaskId).ToListAsync(Stop)).ShouldBe([1, 2, 3, 4, 5, 6]);
        var second = (await reader.TasksAsync(1, Stop).ToListAsync(Stop))[0];
        (second.TaskId, second.Status, second.Attempts.Count, second.Attempts[0].Failure!.Message).ShouldBe((2, TaskRunStatus.Succeeded, 2, "no 日本"));
        var first = (await reader.FindTaskAsync(1, Stop)).ShouldNotBeNull();
        reader.Artifacts(first).Select(artifact => (artifact.Name, artifact.Reference.Length)).ShouldBe([("Data", 5_000_000_000)]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Steps_of_a_run_that_has_finished_are_as_it_says_with_or_without_an_index(bool close)
    {
        var progress = await (await WriteAsync(SampleRun.Records.Count, close)).ProgressAsync(Stop);
        progress.Steps.Select(step => step.Totals).ShouldBe(((RunFinishedRecord)SampleRun.Records[^1]).Steps);
        progress.Steps.Select(step => (step.Step, step.Name, step.Running, step.Pending, step.Interrupted))
            .ShouldBe([(0, "Start", 0, 0, 0), (1, "Train", 0, 0, 0), (2, "Choose", 0, 0, 0), (3, "End", 0, 0, 0)]);
        progress.FirstFailures.ShouldBe([7, 5_000_000_000]);
    }

    [Fact]
    public async Task Steps_of_any_other_run_are_what_its_journal_adds_up_to()
    {
        var progress = await (await WriteAsync(SampleRun.Records.Count - 2, close: false)).ProgressAsync(Stop);
        progress.Steps.Take(3).Select(step => step.Totals).ShouldBe(((RunFinishedRecord)SampleRun.Records[^1]).Steps.Take(3));
        progress.Steps[3].ShouldBe(new(3, "End", 0, 0, 0, new(default)));
        progress.FirstFailures.ShouldBeEmpty();
        (await (await WriteAsync(3, close: false)).ProgressAsync(Stop)).Steps[1].ShouldBe(new(1, "Train", 0, 0, 1, new(default, StartedAt: SampleRun.CreatedAt.AddSeconds(1))));
    }

    [Fact]
    public async Task A_cancel_request_is_seen_by_others()
    {
        using var run = await StartAsync("A");
        (await _registry.IsCancelRequestedAsync(run.Paths, Stop)).ShouldBeFalse();
        await _registry.RequestCancelAsync(run.Paths, Stop);
        await _registry.RequestCancelAsync(run.Paths, Stop);
        (await _registry.IsCancelRequestedAsync(run.Paths, Stop)).ShouldBeTrue();
    }

    [Fact]
    public async Task Tags_begin_as_given_and_change_beside_the_journal()
    {
        using var run = await StartAsync("A");
        var reader = _registry.Open(run.Paths);
        (await reader.SummaryAsync(Stop)).Tags.ShouldBe(["a", "b"]);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Task.Run(
            async () => await new RunTags(_store, run.Paths).ChangeAsync(reader.Start, [], [$"t{i}"], Stop), Stop)));
        await reader.Tags.ChangeAsync(reader.Start, ["a"], [], Stop);
        (await reader.SummaryAsync(Stop)).Tags.ShouldBe(["b", .. Enumerable.Range(0, 10).Select(i => $"t{i}")]);
    }

    [Fact]
    public async Task Paths_may_be_shortened()
    {
        var old = await FinishedRunAsync("A");
        _time.Now += TimeSpan.FromMinutes(1);
        var latest = await FinishedRunAsync("A");
        foreach (var (spec, run, step, task) in ((string, string, string?, long?)[])
        [
            ("", latest, null, null),
            ("latest", latest, null, null),
            ("A", latest, null, null),
            ("A/latest", latest, null, null),
            ($"A/{old}", old, null, null),
            (old, old, null, null),
            (old[..15], old, null, null),
            (old[^4..], old, null, null),
            ("Train", latest, "Train", null),
            ("Train/2", latest, "Train", 2),
            ("latest/2", latest, "Train", 2),
            ($"A/{old}/Train/2", old, "Train", 2),
            ($"{old[^4..]}/Start", old, "Start", null),
        ])
        {
            (await _registry.ResolveAsync(spec, ["A"], Stop)).ShouldBe(new(new("A", run), step, task), spec);
        }
    }

    [Theory]
    [InlineData("A/2026", "FLOW1306", "2 runs match")]
    [InlineData("20991231-000000000-zzzz", "FLOW1209", "No run matches '20991231-000000000-zzzz' of A")]
    [InlineData("Nowhere", "FLOW1306", "No run is called 'Nowhere', and the latest run, A/2026")]
    [InlineData("latest/Train/99", "FLOW1306", "has no task 99")]
    [InlineData("latest/Start/2", "FLOW1306", "Task 2 belongs to step Train")]
    [InlineData("latest/Train/x", "FLOW1306", "'x' is no task")]
    [InlineData("a/b/c/d/e", "FLOW1306", "too many parts")]
    public async Task What_is_not_there_is_explained(string spec, string id, string message)
    {
        await FinishedRunAsync("A");
        await FinishedRunAsync("A");
        var exception = await Should.ThrowAsync<FlowException>(async () => await _registry.ResolveAsync(spec, ["A"], Stop));
        (exception.Id, exception.Message.Contains(message, StringComparison.Ordinal)).ShouldBe((id, true), exception.Message);
    }

    [Fact]
    public async Task An_empty_store_has_no_latest_run() =>
        (await Should.ThrowAsync<FlowException>(async () => await _registry.ResolveAsync("latest", [], Stop))).Id.ShouldBe("FLOW1209");

    private static RunFinishedRecord End(RunStatus status) => new() { Status = status, FinishedAt = SampleRun.CreatedAt.AddMinutes(1), Steps = [] };

    private async Task<StartedRun> StartAsync(string flow) =>
        await _registry.StartAsync(flow, (id, time) => SampleRun.Start with { FlowName = flow, RunId = id, CreatedAt = time }, cancellation: Stop);

    // The first records of the sample, and no more: whoever wrote them is gone.
    private async Task<RunReader> WriteAsync(int records, bool close)
    {
        using var run = await StartAsync("A");
        foreach (var record in SampleRun.Records.Take(records).Skip(1))
        {
            run.Journal.Enqueue(record);
        }

        await (close ? run.Journal.CloseAsync(Stop) : run.Journal.FlushAsync(Stop));
        return _registry.Open(run.Paths);
    }

    private async Task<string> FinishedRunAsync(string flow)
    {
        using var run = await StartAsync(flow);
        run.Journal.Enqueue(SampleRun.Records[4]);
        await run.FinishAsync(End(RunStatus.Succeeded), Stop);
        return run.RunId;
    }
}
