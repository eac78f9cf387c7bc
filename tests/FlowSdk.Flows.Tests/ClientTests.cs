using System.Globalization;
using FlowSdk.Flows.Tests.Programs;

namespace FlowSdk.Flows.Tests;

/// <summary>Runs of real processes, read from another one that does not have their flow.</summary>
public sealed class ClientTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Tags_of_the_command_line_and_of_the_system_are_on_the_run_and_find_it()
    {
        (await RunAsync("HistoryFlow", "run", "--tag", "blue", "--tag", "日本", "--tag", "blue")).ShouldSucceed();
        await using var client = FlowClient.Open(_directory[".flowsdk"]);
        var flow = client.Flow("HistoryFlow");

        var run = await flow.LatestSuccessfulRunAsync(Stop);

        run.Tags.ShouldBe(["blue", "member 0", "member 1", "member 2", "member 3", "日本"]);
        run.SystemTags.ShouldContain($"user:{run.UserName}");
        run.SystemTags.ShouldContain($"host:{Environment.MachineName}");
        foreach (var tag in run.Tags.Concat(run.SystemTags))
        {
            (await flow.RunsAsync(tags: [tag], cancellation: Stop).SingleAsync(Stop)).Id.ShouldBe(run.Id);
        }

        (await flow.RunsAsync(tags: run.Tags.Concat(run.SystemTags), cancellation: Stop).CountAsync(Stop)).ShouldBe(1);
        (await flow.RunsAsync(tags: ["blue", "not a tag"], cancellation: Stop).CountAsync(Stop)).ShouldBe(0);
        (await (await run.TaskAsync("1", Stop)).ReadJsonAsync("Seen", Stop)).EnumerateArray().Select(t => t.GetString()).ShouldBe(["blue", "日本"], ignoreOrder: true);
    }

    [Fact]
    public async Task Each_task_is_found_by_its_path_and_every_step_is_there()
    {
        (await RunAsync("HistoryFlow", "run")).ShouldSucceed();
        await using var client = FlowClient.Open(_directory[".flowsdk"]);
        var run = await client.Flow("HistoryFlow").LatestRunAsync(Stop);

        (await run.StepsAsync(Stop).Select(s => s.Name).ToListAsync(Stop)).ShouldBe(["Start", "Write", "Join", "End"]);
        var tasks = await run.TasksAsync(cancellation: Stop).ToListAsync(Stop);
        tasks.Count.ShouldBe(7);
        foreach (var task in tasks)
        {
            (await (await client.TaskAsync(task.PathSpec, Stop)).ReadJsonAsync("PathSpec", Stop)).GetString().ShouldBe(task.PathSpec);
            task.Attempts.ShouldHaveSingleItem().Status.ShouldBe(TaskRunStatus.Succeeded);
        }

        tasks[5].Parents.ShouldBe(tasks[1..5].Select(t => t.PathSpec));
    }

    [Fact]
    public async Task The_members_of_a_gang_are_tasks_with_one_parent_and_one_join()
    {
        (await RunAsync("GangFlow", "run")).ShouldSucceed();
        await using var client = FlowClient.Open(_directory[".flowsdk"]);
        var run = await client.Flow("GangFlow").LatestRunAsync(Stop);

        var members = await run.Step("Body").TasksAsync(cancellation: Stop).ToListAsync(Stop);

        members.Count.ShouldBe(4);
        (await members.ToAsyncEnumerable().Select(async (m, stop) => (await m.ReadJsonAsync("Member", stop)).GetInt32()).ToListAsync(Stop)).ShouldBe([0, 1, 2, 3]);
        members.ShouldAllBe(m => m.Attempts.Count == 1 && m.Attempts[0].Exit == null);
        members.Select(m => m.Attempts[0].Worker).ShouldBeUnique();
        (await run.TaskAsync("1", Stop)).Children.ShouldBe(members.Select(m => m.PathSpec));
        var join = await run.Step("Join").TasksAsync(cancellation: Stop).SingleAsync(Stop);
        join.Parents.ShouldBe(members.Select(m => m.PathSpec));
        members.ShouldAllBe(m => m.Parents.Single().EndsWith("/Start/1", StringComparison.Ordinal) && m.Children.Single() == join.PathSpec);
        run.Graph.Steps[0].Transitions.Single().ShouldSatisfyAllConditions(t => t.Kind.ToString().ShouldBe("Gang"), t => t.Join.ShouldBe("Join"));
        (await run.Step("Body").StatisticsAsync(Stop)).Succeeded.ShouldBe(4);
    }

    [Theory]
    [InlineData("exit", 7, FailureKind.Exit)]
    [InlineData("kill", 137, FailureKind.Signal)]
    public async Task An_attempt_whose_worker_died_has_its_exit_code(string how, int code, FailureKind kind)
    {
        (await RunAsync("DyingFlow", "run", "--how", how)).ExitCode.ShouldBe(1);
        await using var client = FlowClient.Open(_directory[".flowsdk"]);
        var run = await client.Flow("DyingFlow").LatestRunAsync(Stop);

        var attempt = (await run.TaskAsync("1", Stop)).Attempts.ShouldHaveSingleItem();

        (attempt.Number, attempt.Status, attempt.Exit, attempt.Failure?.Kind).ShouldBe((0, TaskRunStatus.Failed, code, kind));
        attempt.Worker.ShouldBe(1);
        using var status = System.Text.Json.JsonDocument.Parse((await RunAsync("DyingFlow", "status", "--json")).Stdout);
        status.RootElement.GetProperty("failures")[0].GetProperty("exit").GetInt32().ShouldBe(code);
    }

    [Fact]
    public async Task A_run_says_what_it_was_made_by()
    {
        (await RunAsync("HistoryFlow", "run", "--members", "1")).ShouldSucceed();
        await using var client = FlowClient.Open(_directory[".flowsdk"]);
        var run = await client.Flow("HistoryFlow").LatestRunAsync(Stop);

        run.Build["assembly"].ShouldBe("FlowSdk.Flows");
        run.Build["version"].ShouldStartWith("0.1.0");
        run.Build["hash"].ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(await File.ReadAllBytesAsync(FlowProgram.Flows.Assembly, Stop))));
        run.Build["sdk"].ShouldStartWith("0.1.0");
        run.Build["runtime"].ShouldStartWith(".NET 10");
        run.CommandLine.ShouldBe(["HistoryFlow", "run", "--members", "1"]);
        run.Parameters["Members"].GetInt32().ShouldBe(1);
        run.Graph.Summary.ShouldBe("Reads its own run while it runs, adds tags to it from many tasks at once, and writes much.");
        run.Graph.Steps[1].SourceFile.ShouldBe("HistoryFlow.cs");
        run.Graph.Steps[1].SourceLine.ShouldBeGreaterThan(20);
    }

    [Fact]
    public async Task Lines_of_32_tasks_at_once_come_back_whole_and_in_order()
    {
        const int Members = 32;
        const int Lines = 5000;
        (await RunAsync("HistoryFlow", "run", "--members", $"{Members}", "--lines", $"{Lines}", "--max-workers", $"{Members}", "--quiet")).ShouldSucceed();
        await using var client = FlowClient.Open(_directory[".flowsdk"]);
        var run = await client.Flow("HistoryFlow").LatestRunAsync(Stop);
        var next = new Dictionary<(string Task, OutputStream Stream), (int Line, DateTimeOffset Time)>();

        await foreach (var line in run.Step("Write").LogsAsync(cancellation: Stop))
        {
            var (number, time) = next.GetValueOrDefault((line.TaskId, line.Stream), (0, run.CreatedAt));
            line.Text.ShouldBe($"{(line.Stream == OutputStream.Stdout ? "out" : "error")} {number.ToString(CultureInfo.InvariantCulture)}");
            line.Time.ShouldBeGreaterThanOrEqualTo(time);
            next[(line.TaskId, line.Stream)] = (number + 1, line.Time);
        }

        next.Count.ShouldBe(2 * Members);
        next.Values.ShouldAllBe(n => n.Line == Lines);
    }

    [Fact]
    public async Task Tags_are_changed_by_the_command_line()
    {
        (await RunAsync("LinearFlow", "run", "--tag", "a")).ShouldSucceed();

        (await RunAsync("LinearFlow", "tag", "add", "latest", "b", "two words")).ShouldSucceed();
        (await RunAsync("LinearFlow", "tag", "replace", "latest", "c", "--remove", "a")).ShouldSucceed();
        (await RunAsync("LinearFlow", "tag", "remove", "latest", "b")).ShouldSucceed();
        var list = await RunAsync("LinearFlow", "tag", "list", "latest");
        var runs = await RunAsync("LinearFlow", "runs", "--tag", "c", "--status", "succeeded", "--mine", "--json");

        list.ShouldSucceed();
        list.Stdout.Split('\n')[..2].ShouldBe(["c", "two words"]);
        list.Stdout.ShouldContain("user:");
        System.Text.Json.JsonElement.Parse(runs.Stdout).GetArrayLength().ShouldBe(1);
        System.Text.Json.JsonElement.Parse((await RunAsync("LinearFlow", "runs", "--tag", "gone", "--json")).Stdout).GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Tags_that_many_processes_add_at_once_are_all_there()
    {
        (await RunAsync("LinearFlow", "run", "--tag", "first")).ShouldSucceed();

        foreach (var result in await Task.WhenAll(Enumerable.Range(0, 6).Select(i => RunAsync("LinearFlow", "tag", "add", "latest", $"tag {i}"))))
        {
            result.ShouldSucceed();
        }

        await using var client = FlowClient.Open(_directory[".flowsdk"]);
        (await client.Flow("LinearFlow").LatestRunAsync(Stop)).Tags.ShouldBe(["first", "tag 0", "tag 1", "tag 2", "tag 3", "tag 4", "tag 5"]);
    }

    [Theory]
    [InlineData("LinearFlow tag add latest", "needs a tag")]
    [InlineData("LinearFlow tag grow latest x", "'tag grow' is unknown")]
    [InlineData("LinearFlow tag add nowhere x", "nowhere")]
    [InlineData("LinearFlow run --tag=", "Required argument missing for option: '--tag'")]
    [InlineData("LinearFlow runs --status done", "--status was given 'done'")]
    public async Task Wrong_tags_and_filters_are_explained(string arguments, string message)
    {
        (await RunAsync("LinearFlow", "run")).ShouldSucceed();

        var result = await RunAsync(arguments.Split(' '));

        result.ExitCode.ShouldBe(2, result.ToString());
        result.Stderr.ShouldContain(message);
    }

    private Task<ProgramResult> RunAsync(params string[] arguments) => FlowProgram.Flows.RunAsync(_directory.Path, arguments);
}
