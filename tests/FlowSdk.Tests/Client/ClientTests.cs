using System.Text.Json;
using FlowSdk.Tests.Runtime;
using FlowSdk.Tests.Samples;

namespace FlowSdk.Tests.Client;

public sealed class ClientTests : IDisposable
{
    private readonly InlineRun _inline = new();
    private readonly FlowClient _client;

    public ClientTests() => _client = FlowClient.Open(_inline.Store.Location);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _inline.Dispose();

    [Fact]
    public async Task A_run_is_found_with_what_it_is_and_how_it_ended()
    {
        var outcome = await _inline.RunAsync(new HandWrittenFlow { Title = "squares", Count = 4 });

        var run = await _client.Flow<HandWrittenFlow>().LatestSuccessfulRunAsync(Stop);

        (run.Id, run.FlowName, run.PathSpec).ShouldBe((outcome.RunId, "HandWrittenFlow", $"HandWrittenFlow/{outcome.RunId}"));
        run.Status.ShouldBe(RunStatus.Succeeded);
        run.FinishedAt.ShouldNotBeNull();
        run.Duration.ShouldBe(run.FinishedAt - run.CreatedAt);
        run.OriginRunId.ShouldBeNull();
        run.Parameters.Keys.ShouldBe(["Count", "Title"]);
        run.Parameters["Count"].GetInt32().ShouldBe(4);
        run.Parameters["Title"].GetString().ShouldBe("squares");
        Should.Throw<KeyNotFoundException>(() => run.Parameters["Nothing"]).Message.ShouldBe("The run has no parameter 'Nothing'. It has Count, Title.");
    }

    [Fact]
    public async Task The_state_of_a_run_is_that_of_its_end()
    {
        await _inline.RunAsync(new HandWrittenFlow { Title = "squares", Count = 4 });
        var run = await _client.Flow<HandWrittenFlow>().LatestRunAsync(Stop);

        var end = await run.StateAsync<HandWrittenFlow>(Stop);

        (end.Title, end.Count, end.Sum, end.Note).ShouldBe(("squares", 4, 14L, null));
        Should.Throw<FlowException>(() => end.Sum = 1).Id.ShouldBe("FLOW1006");
        Should.Throw<ArtifactNotSetException>(() => end.Square).Message.ShouldContain("It is set in Calculate, but not on the way that led here.");
    }

    [Fact]
    public async Task Tasks_are_read_by_id_with_their_state_and_artifacts()
    {
        await _inline.RunAsync(new HandWrittenFlow { Title = "squares", Count = 4 });
        var run = await _client.Flow("HandWrittenFlow").LatestRunAsync(Stop);

        var tasks = await run.Step("Calculate").TasksAsync(cancellation: Stop).ToListAsync(Stop);

        tasks.Select(t => t.Id).ShouldBe(["2", "3", "4", "5"]);
        tasks.ShouldAllBe(t => t.Status == TaskRunStatus.Succeeded && t.StepName == "Calculate" && t.Attempts.Count == 1);
        tasks[2].PathSpec.ShouldBe($"HandWrittenFlow/{run.Id}/Calculate/4");
        tasks[2].Artifacts.Select(a => (a.Name, a.Type, a.Size, a.Hash)).ShouldBe([("Square", "int", 1, "e52d9c508c502347344d8c07ad91cbd6068afc75ff6292f062a09ca381c89e71")]);
        (await tasks[3].StateAsync<HandWrittenFlow>(Stop)).Square.ShouldBe(9);
        (await tasks[3].ReadAsync<int>("Square", Stop)).ShouldBe(9);
        (await tasks[3].ReadJsonAsync("Square", Stop)).GetInt32().ShouldBe(9);
        (await run.TasksAsync(cancellation: Stop).Select(t => t.StepName).ToListAsync(Stop))
            .ShouldBe(["Start", "Calculate", "Calculate", "Calculate", "Calculate", "Total", "End"]);
        (await run.TasksAsync(TaskRunStatus.Failed, Stop).CountAsync(Stop)).ShouldBe(0);
    }

    [Fact]
    public async Task A_flow_that_has_changed_since_reads_what_has_not()
    {
        await _inline.RunAsync(new HandWrittenFlow { Title = "squares", Count = 4 });
        var run = await _client.Flow("HandWrittenFlow").LatestRunAsync(Stop);

        var end = await run.StateAsync<ChangedByHand>(Stop);
        var body = await (await run.TaskAsync("3", Stop)).StateAsync<ChangedByHand>(Stop);

        (end.Sum, end.Title, end.Count, end.Services).ShouldBe((14L, "squares", null, null));
        Should.Throw<ArtifactNotSetException>(() => end.New).Message.ShouldBe(
            $"'New' was read in step 'End' but is not set. It is read of HandWrittenFlow/{run.Id}/End/7, whose program had no artifact of that name yet: the run is older than the property.");
        Should.Throw<FlowException>(() => body.Square).Message.ShouldBe(
            $"'Square' of HandWrittenFlow/{run.Id}/Calculate/3 was kept as int, and the property is of type string now. Read it with the program that wrote it, or run the step that sets it again.");
        Should.Throw<ArtifactNotSetException>(() => body.Sum);
    }

    [Fact]
    public async Task Parents_and_children_are_path_specs()
    {
        await _inline.RunAsync(new HandWrittenFlow { Title = "squares", Count = 3 });
        var run = await _client.Flow("HandWrittenFlow").LatestRunAsync(Stop);
        string Path(string task) => $"{run.PathSpec}/{task}";

        var start = await run.TaskAsync("1", Stop);
        var body = await run.TaskAsync("3", Stop);
        var total = await run.TaskAsync("5", Stop);
        var end = await _client.TaskAsync(Path("End/6"), Stop);

        start.Parents.ShouldBeEmpty();
        start.Children.ShouldBe([Path("Calculate/2"), Path("Calculate/3"), Path("Calculate/4")]);
        body.Parents.ShouldBe([Path("Start/1")]);
        body.Children.ShouldBe([Path("Total/5")]);
        total.Parents.ShouldBe([Path("Calculate/2"), Path("Calculate/3"), Path("Calculate/4")]);
        total.Children.ShouldBe([Path("End/6")]);
        end.Parents.ShouldBe([Path("Total/5")]);
        end.Children.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_empty_foreach_leads_to_its_join()
    {
        await _inline.RunAsync(new HandWrittenFlow { Title = "none", Count = 0 });
        var run = await _client.Flow("HandWrittenFlow").LatestRunAsync(Stop);

        var start = await run.TaskAsync("1", Stop);

        start.Children.ShouldBe([$"{run.PathSpec}/Total/2"]);
        (await _client.TaskAsync(start.Children[0], Stop)).Parents.ShouldBe([start.PathSpec]);
    }

    [Fact]
    public async Task A_failed_task_says_why_and_has_parents_but_no_artifacts()
    {
        await _inline.RunAsync(new ThrowingByHand());
        var run = await _client.Flow("ThrowingByHand").LatestRunAsync(Stop);

        var task = await run.TaskAsync("1", Stop);

        (run.Status, task.Status).ShouldBe((RunStatus.Failed, TaskRunStatus.Failed));
        task.Failure!.Message.ShouldBe("no data");
        task.Attempts.Select(a => (a.Number, a.Status, a.Failure?.Kind)).ShouldBe([(0, TaskRunStatus.Failed, FailureKind.Exception)]);
        task.Artifacts.ShouldBeEmpty();
        task.Parents.ShouldBeEmpty();
        task.Children.ShouldBeEmpty();
        (await Should.ThrowAsync<FlowException>(() => task.ReadJsonAsync("X", Stop))).Id.ShouldBe("FLOW1602");
        (await Should.ThrowAsync<FlowException>(() => task.StateAsync<HandWrittenFlow>(Stop))).Id.ShouldBe("FLOW1602");
        var error = await Should.ThrowAsync<FlowException>(() => run.StateAsync<HandWrittenFlow>(Stop));
        (error.Id, error.Message.Contains("is failed", StringComparison.Ordinal)).ShouldBe(("FLOW1601", true));
        (await _client.Flow("ThrowingByHand").RunsAsync(status: RunStatus.Succeeded, cancellation: Stop).CountAsync(Stop)).ShouldBe(0);
        (await Should.ThrowAsync<FlowException>(() => _client.Flow("ThrowingByHand").LatestSuccessfulRunAsync(Stop))).Message.ShouldContain("There is no successful run of ThrowingByHand");
    }

    [Fact]
    public async Task Lines_come_with_time_stream_and_text()
    {
        await _inline.RunAsync(new HandWrittenFlow { Title = "squares", Count = 2 });
        var run = await _client.Flow("HandWrittenFlow").LatestRunAsync(Stop);

        var lines = await run.LogsAsync(cancellation: Stop).ToListAsync(Stop);

        var line = lines.ShouldHaveSingleItem();
        (line.Stream, line.Text, line.StepName, line.TaskId, line.Attempt).ShouldBe((OutputStream.Stdout, "info: squares: 1", "End", "5", 0));
        line.Time.ShouldBeGreaterThan(run.CreatedAt);
        (await run.Step("End").LogsAsync(cancellation: Stop).ToListAsync(Stop)).ShouldBe(lines);
        (await (await run.TaskAsync("5", Stop)).LogsAsync(attempt: 0, cancellation: Stop).ToListAsync(Stop)).ShouldBe(lines);
        (await run.LogsAsync(OutputStream.Stderr, cancellation: Stop).ToListAsync(Stop)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_graph_is_that_of_the_run()
    {
        await _inline.RunAsync(new HandWrittenFlow { Title = "squares" });
        var run = await _client.Flow("HandWrittenFlow").LatestRunAsync(Stop);

        run.Graph.Steps.Select(s => (s.Name, s.IsJoin)).ShouldBe([("Start", false), ("Calculate", false), ("Total", true), ("End", false)]);
        var split = run.Graph.Steps[0].Transitions.ShouldHaveSingleItem();
        (split.Kind, split.Targets[0], split.Join).ShouldBe((TransitionKind.ForEach, "Calculate", "Total"));
        run.Graph.Steps[1].SourceFile.ShouldBe("HandWrittenFlow.cs");
        (await run.StepsAsync(Stop).Select(s => s.Name).ToListAsync(Stop)).ShouldBe(["Start", "Calculate", "Total", "End"]);
        (await run.Step("Calculate").StatisticsAsync(Stop)).Succeeded.ShouldBe(3);
    }

    [Fact]
    public async Task Wrong_names_are_explained()
    {
        await _inline.RunAsync(new HandWrittenFlow { Title = "squares" });
        var flow = _client.Flow("HandWrittenFlow");
        var run = await flow.LatestRunAsync(Stop);
        var task = await run.TaskAsync("2", Stop);

        Should.Throw<FlowException>(() => run.Step("Nope")).Message.ShouldContain("its steps are Start, Calculate, Total, End");
        await ShouldThrowAsync(() => run.TaskAsync("99", Stop), "FLOW1306", "The run has no such task, or it has not begun.");
        await ShouldThrowAsync(() => run.TaskAsync("x", Stop), "FLOW1306", "'x' is no task");
        await ShouldThrowAsync(() => run.Step("Start").TaskAsync("2", Stop), "FLOW1306", "Task 2 belongs to step Calculate");
        await ShouldThrowAsync(() => flow.RunAsync("Calculate", Stop), "FLOW1306", "It names a step or a task");
        await ShouldThrowAsync(() => flow.RunAsync("20991231-000000000-zzzz", Stop), "FLOW1209", "No run matches");
        await ShouldThrowAsync(() => _client.RunAsync("a/b/c/d/e", Stop), "FLOW1306", "too many parts");
        await ShouldThrowAsync(() => _client.TaskAsync(run.PathSpec, Stop), "FLOW1306", "It names no task.");
        await ShouldThrowAsync(() => task.ReadJsonAsync("Nope", Stop), "FLOW1603", "has no artifact 'Nope'. It has Square.");
        await ShouldThrowAsync(() => task.ReadAsync<string>("Square", Stop), "FLOW1102", "was kept as int and cannot be read as System.String");
        await ShouldThrowAsync(() => flow.RunsAsync(before: "x", cancellation: Stop).FirstAsync(Stop).AsTask(), "FLOW1306", "It is not the whole id of a run.");
    }

    [Fact]
    public async Task A_run_that_is_under_way_reads_as_it_stands()
    {
        var running = _inline.RunAsync(new WaitingByHand());
        await _inline.Observer.FirstLine.Task;

        var run = await _client.Flow("WaitingByHand").LatestRunAsync(Stop);
        (run.Status, run.FinishedAt, run.Duration).ShouldBe((RunStatus.Running, null, null));
        (await Should.ThrowAsync<FlowException>(() => run.StateAsync<HandWrittenFlow>(Stop))).Message.ShouldContain("is running");
        await _inline.Cancel.CancelAsync();
        await running;
        await run.RefreshAsync(Stop);

        run.Status.ShouldBe(RunStatus.Canceled);
        run.FinishedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task Lines_are_followed_until_the_run_is_over()
    {
        var running = _inline.RunAsync(new WaitingByHand());
        await _inline.Observer.FirstLine.Task;
        var run = await _client.Flow("WaitingByHand").LatestRunAsync(Stop);
        var lines = new List<string>();

        await foreach (var line in run.LogsAsync(follow: true, cancellation: Stop))
        {
            run.Status.ShouldBe(RunStatus.Running);
            lines.Add(line.Text);
            await _inline.Cancel.CancelAsync();
        }

        await running;
        lines.ShouldBe(await run.LogsAsync(cancellation: Stop).Select(l => l.Text).ToListAsync(Stop));
        lines.ShouldNotBeEmpty();
        await run.RefreshAsync(Stop);
        run.Status.ShouldBe(RunStatus.Canceled);
    }

    private static async Task ShouldThrowAsync(Func<Task> action, string id, string message)
    {
        var exception = await Should.ThrowAsync<FlowException>(action);
        (exception.Id, exception.Message.Contains(message, StringComparison.Ordinal)).ShouldBe((id, true), exception.Message);
    }
}
