using FlowSdk.Tests.Runtime;
using FlowSdk.Tests.Samples;
using FlowSdk.Tests.Storage;

namespace FlowSdk.Tests.Hosting;

public sealed class FlowRunnerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_run_is_followed_to_its_end_and_read_afterwards()
    {
        await using var run = await FlowRunner.RunAsync(new HandWrittenFlow { Title = "squares", Count = 4 }, Options(), Stop);

        var result = await run.Completion;

        (result.Status, run.Status, result.FailureCount).ShouldBe((RunStatus.Succeeded, RunStatus.Succeeded, 0));
        result.PathSpec.ShouldBe($"HandWrittenFlow/{run.RunId}");
        result.EnsureSucceeded().ShouldBeSameAs(result);
        (await run.StateAsync(Stop)).Sum.ShouldBe(14);
        run.Run.Status.ShouldBe(RunStatus.Succeeded);
        (await run.Run.Step("Calculate").TasksAsync(cancellation: Stop).CountAsync(Stop)).ShouldBe(4);
        await using var client = FlowClient.Open(_folder.Path);
        (await client.Flow<HandWrittenFlow>().LatestSuccessfulRunAsync(Stop)).Id.ShouldBe(run.RunId);
    }

    [Fact]
    public async Task A_run_exists_as_soon_as_there_is_a_handle()
    {
        await using var run = await FlowRunner.RunAsync(new WaitingByHand(), Options(), Stop);

        run.Status.ShouldBe(RunStatus.Running);
        run.Completion.IsCompleted.ShouldBeFalse();
        await using var client = FlowClient.Open(_folder.Path);
        (await client.RunAsync(run.RunId, Stop)).Status.ShouldBe(RunStatus.Running);
    }

    [Fact]
    public async Task Lines_come_while_the_run_goes_on_and_again_after_its_end()
    {
        await using var run = await FlowRunner.RunAsync(new WaitingByHand(), Options(), Stop);

        var first = await run.OutputAsync(Stop).FirstAsync(Stop);
        run.Status.ShouldBe(RunStatus.Running);
        run.Cancel();
        await run.Completion;

        (first.StepName, first.TaskId, first.Attempt, first.Stream, first.Text).ShouldBe(("Start", "1", 0, OutputStream.Stdout, "waiting"));
        (await run.OutputAsync(Stop).Select(line => line.Text).ToListAsync(Stop)).ShouldBe(["waiting"]);
    }

    [Fact]
    public async Task Whoever_asks_gets_each_line_before_the_run_is_over()
    {
        var lines = new List<string>();
        await using var run = await FlowRunner.RunAsync(new HandWrittenFlow { Title = "squares", Count = 2 }, Options(line => lines.Add(line.Text)), Stop);

        await run.Completion;

        lines.ShouldBe(["info: squares: 1"]);
    }

    [Fact]
    public async Task An_exception_of_whoever_gets_the_lines_stops_the_run_and_comes_out_of_it()
    {
        await using var run = await FlowRunner.RunAsync(new WaitingByHand(), Options(_ => throw new InvalidDataException("no more, please")), Stop);

        (await Should.ThrowAsync<InvalidDataException>(() => run.Completion)).Message.ShouldBe("no more, please");
        run.Status.ShouldBe(RunStatus.Interrupted);
        run.Run.Status.ShouldBe(RunStatus.Canceled);
    }

    [Fact]
    public async Task A_failed_run_is_a_result_with_its_failures_and_an_exception_only_if_that_is_wanted()
    {
        await using var run = await FlowRunner.RunAsync(new ThrowingByHand(), Options(), Stop);

        var result = await run.Completion;

        result.Status.ShouldBe(RunStatus.Failed);
        var failure = result.Failures.ShouldHaveSingleItem();
        (failure.PathSpec, failure.StepName, failure.TaskId, failure.Attempt).ShouldBe(($"ThrowingByHand/{run.RunId}/Start/1", "Start", "1", 0));
        failure.Failure.Message.ShouldBe("no data");
        var exception = await Should.ThrowAsync<RunFailedException>(() => run.StateAsync(Stop));
        (exception.Id, exception.Result).ShouldBe(("FLOW1401", result));
        exception.Message.ShouldStartWith($"The run ThrowingByHand/{run.RunId} failed, at Start/1: System.IO.InvalidDataException: no data");
        exception.Message.ShouldContain("the inner one");
    }

    [Fact]
    public async Task A_run_is_stopped_by_its_handle_by_its_token_and_by_being_disposed_of()
    {
        using var token = new CancellationTokenSource();
        await using var byHandle = await FlowRunner.RunAsync(new WaitingByHand(), Options(), Stop);
        await using var byToken = await FlowRunner.RunAsync(new WaitingByHand(), Options(), token.Token);
        var disposed = await FlowRunner.RunAsync(new WaitingByHand(), Options(), Stop);

        byHandle.Cancel();
        await token.CancelAsync();
        await disposed.DisposeAsync();
        disposed.Cancel();

        (await byHandle.Completion).Status.ShouldBe(RunStatus.Canceled);
        (await byToken.Completion).Status.ShouldBe(RunStatus.Canceled);
        (await disposed.Completion).Status.ShouldBe(RunStatus.Canceled);
        Should.Throw<RunFailedException>(() => byHandle.Completion.Result.EnsureSucceeded()).Id.ShouldBe("FLOW1406");
    }

    [Fact]
    public async Task A_step_that_does_not_listen_is_left_to_itself_when_its_run_is_killed()
    {
        await using var run = await FlowRunner.RunAsync(new WaitingByHand { IsDeaf = true }, Options(), Stop);
        await run.OutputAsync(Stop).FirstAsync(Stop);

        run.Kill();

        (await run.Completion).Status.ShouldBe(RunStatus.Canceled);
    }

    [Fact]
    public async Task What_is_canceled_before_there_is_a_run_leaves_none()
    {
        await Should.ThrowAsync<OperationCanceledException>(() => FlowRunner.RunAsync(new WaitingByHand(), Options(), new(canceled: true)));

        Directory.Exists(_folder.Path).ShouldBeFalse();
    }

    [Fact]
    public async Task Many_runs_go_on_at_once_and_keep_their_output_apart()
    {
        var runs = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => FlowRunner.RunAsync(new HandWrittenFlow { Title = $"run {number}", Count = number }, Options(), Stop)));

        var sums = await Task.WhenAll(runs.Select(async run => (await run.StateAsync(Stop)).Sum));

        sums.ShouldBe([0, 0, 1, 5, 14, 30, 55, 91]);
        for (var number = 0; number < runs.Length; number++)
        {
            (await runs[number].OutputAsync(Stop).Select(line => line.Text).ToListAsync(Stop)).ShouldBe([$"info: run {number}: {sums[number]}"]);
            await runs[number].DisposeAsync();
        }
    }

    [Fact]
    public async Task Texts_become_parameters_by_property_or_option_name()
    {
        var flow = FlowRunner.Bind<HandWrittenFlow>(new Dictionary<string, string?> { ["title"] = "from text", ["Count"] = "2" });

        (flow.Title, flow.Count).ShouldBe(("from text", 2));
        await using var run = await FlowRunner.RunAsync(flow, Options(), Stop);
        (await run.StateAsync(Stop)).Sum.ShouldBe(1);
    }

    [Fact]
    public void Mistakes_in_texts_are_told_as_on_the_command_line()
    {
        var invalid = Should.Throw<FlowException>(() => FlowRunner.Bind<HandWrittenFlow>(new Dictionary<string, string?> { ["count"] = "many" }));
        var unknown = Should.Throw<FlowException>(() => FlowRunner.Bind<HandWrittenFlow>(new Dictionary<string, string?> { ["cuont"] = "2", ["title"] = "t" }));

        (invalid.Id, invalid.Message).ShouldBe((
            "FLOW1304", "'count' was given 'many', but a whole number is expected.\n--title is missing: give it text, or set FLOWSDK_PARAM_TITLE."));
        (unknown.Id, unknown.Message).ShouldBe(("FLOW1302", "The code that runs the flow gives 'cuont', which is no parameter of this flow. Did you mean 'count'?"));
    }

    [Fact]
    public void A_name_that_is_none_and_a_wrong_value_are_told_at_once()
    {
        var error = Should.Throw<FlowException>(() => FlowRunner.Bind<HandWrittenFlow>(new Dictionary<string, string?> { ["titel"] = "t", ["count"] = "many" }));

        error.Message.ShouldBe(
            """
            The code that runs the flow gives 'titel', which is no parameter of this flow. Did you mean 'title'?
            'count' was given 'many', but a whole number is expected.
            --title is missing: give it text, or set FLOWSDK_PARAM_TITLE.
            """);
    }

    [Fact]
    public async Task Options_are_checked_before_there_is_a_run()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new FlowRunOptions { MaxWorkers = 0 });
        (await Should.ThrowAsync<FlowException>(() => FlowRunner.RunAsync(new WaitingByHand(), new() { Store = _folder.Path, Tags = [""] }, Stop))).Id.ShouldBe("FLOW1604");
        (await Should.ThrowAsync<FlowException>(() => FlowRunner.RunAsync(new WaitingByHand(), new() { Store = "moon://base" }, Stop))).Id.ShouldBe("FLOW1201");
        Directory.Exists(_folder.Path).ShouldBeFalse();
    }

    [Fact]
    public async Task Worker_processes_are_refused_where_the_program_is_no_flow_program()
    {
        var exception = await Should.ThrowAsync<FlowException>(
            () => FlowRunner.RunAsync(new WaitingByHand(), new() { Store = _folder.Path, Isolation = IsolationMode.Process }, Stop));

        exception.Id.ShouldBe("FLOW1631");
        exception.Message.ShouldContain("begin the program with FlowApp.CreateBuilder(args).AddFlow<WaitingByHand>().Build()");
    }

    private FlowRunOptions Options(Action<LogLine>? onOutput = null) => new() { Store = _folder.Path, OnOutput = onOutput };
}
