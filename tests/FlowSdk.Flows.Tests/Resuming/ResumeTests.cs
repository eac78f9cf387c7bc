using System.Text.Json;
using FlowSdk.Flows.Tests.Programs;
using FlowSdk.Flows.Tests.Weaving;

namespace FlowSdk.Flows.Tests.Resuming;

/// <summary>What a user does with <c>resume</c>, with real programs, of which some change between run and resume.</summary>
public sealed class ResumeTests : IClassFixture<ChangingProgram>, IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly ChangingProgram _program;

    public ResumeTests(ChangingProgram program) => _program = program;

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_parameter_that_only_a_late_step_reads_has_only_that_step_run_again()
    {
        (await FirstAsync("run", "--limit", "0")).ExitCode.ShouldBe(1);

        var plan = await FirstAsync("resume", "--limit", "9", "--dry-run");
        var resumed = await FirstAsync("resume", "--limit", "9");

        plan.Stdout.ShouldContain("Start        1\nFit          3\nChoose               1  failed\nEnd              later  not reached yet\n");
        resumed.ShouldSucceed();
        resumed.Stdout.ShouldNotContain("fit");
        resumed.Stderr.ShouldContain("6 tasks succeeded (4 reused)");
        (await FirstAsync("resume", "--dry-run", "--size", "4")).Stdout.ShouldContain("Start                1  may read Size, which changed\nFit                  3  after Start\n");
        (await FirstAsync("resume", "--dry-run", "--limit", "9")).Stdout.ShouldNotContain("changed");
    }

    [Fact]
    public async Task Neither_environment_nor_the_default_changes_a_parameter_of_a_resume()
    {
        (await FirstAsync("run", "--limit", "1")).ExitCode.ShouldBe(1);
        var environment = new Dictionary<string, string> { ["FLOWSDK_PARAM_LIMIT"] = "9" };

        var resumed = await _program.First.RunAsync(_directory.Path, environment, ["resume", "--isolation", "inline"]);

        resumed.ExitCode.ShouldBe(1, resumed.ToString());
        resumed.Stderr.ShouldContain("limit 1");
    }

    [Fact]
    public async Task A_run_that_succeeded_is_taken_over_without_a_worker_and_tasks_know_where_they_were_executed()
    {
        (await FirstAsync("run", "--limit", "9")).ShouldSucceed();
        var first = (await StatusAsync()).GetProperty("runId").GetString();

        var second = await _program.First.RunAsync(_directory.Path, "resume", "--json");
        var third = await _program.First.RunAsync(_directory.Path, "resume", "--json");

        second.ShouldSucceed();
        second.Stderr.ShouldNotContain("] fit");
        using var document = JsonDocument.Parse(third.Stdout);
        document.RootElement.GetProperty("plan").GetProperty("originRunId").GetString().ShouldBe(document.RootElement.GetProperty("originRunId").GetString());
        document.RootElement.GetProperty("steps")[1].GetProperty("reused").GetInt64().ShouldBe(3);
        using var dumped = JsonDocument.Parse((await _program.First.RunAsync(_directory.Path, "dump", "latest/Fit/2", "--json")).Stdout);
        dumped.RootElement.GetProperty("originPathSpec").GetString().ShouldBe($"ChangingFlow/{first}/Fit/2");
        dumped.RootElement.GetProperty("artifacts").GetProperty("Fitted").GetProperty("value").GetArrayLength().ShouldBe(5000);
    }

    [Fact]
    public async Task Logs_of_tasks_that_were_taken_over_are_those_of_the_run_that_executed_them()
    {
        (await FirstAsync("run", "--limit", "0")).ExitCode.ShouldBe(1);
        var first = (await StatusAsync()).GetProperty("runId").GetString();
        (await FirstAsync("resume", "--limit", "9")).ShouldSucceed();

        var all = await _program.First.RunAsync(_directory.Path, "logs", "latest");
        var one = await _program.First.RunAsync(_directory.Path, "logs", "latest/Fit/3");
        (await _program.First.RunAsync(_directory.Path, "delete", first!, "--yes")).ShouldSucceed();
        var gone = await _program.First.RunAsync(_directory.Path, "logs", "latest");

        all.Stdout.Split('\n', StringSplitOptions.RemoveEmptyEntries)[..3].Order().ShouldBe(["[Fit/2] fit 0", "[Fit/3] fit 1", "[Fit/4] fit 2"]);
        all.Stdout.ShouldEndWith("[End/6] best 2\n");
        all.Stderr.ShouldBe($"4 tasks were taken over from ChangingFlow/{first}, where they wrote these lines.\n");
        (one.Stdout, one.Stderr).ShouldBe(("fit 1\n", $"A task was taken over from ChangingFlow/{first}, where it wrote these lines.\n"));
        (gone.Stdout, gone.Stderr).ShouldBe(("[End/6] best 2\n", $"4 tasks were taken over from ChangingFlow/{first}, which was deleted, and with it what they wrote.\n"));
    }

    [Fact]
    public async Task A_named_step_runs_again_though_it_had_succeeded()
    {
        (await FirstAsync("run", "--limit", "9")).ShouldSucceed();

        var resumed = await FirstAsync("resume", "fit");

        resumed.ShouldSucceed();
        resumed.Stdout.ShouldContain("fit 2");
        resumed.Stderr.ShouldContain("6 tasks succeeded (1 reused)");
    }

    [Fact]
    public async Task A_task_whose_object_is_gone_runs_again()
    {
        (await FirstAsync("run", "--limit", "0")).ExitCode.ShouldBe(1);
        using var dumped = JsonDocument.Parse((await _program.First.RunAsync(_directory.Path, "dump", "latest/Fit/3", "--json")).Stdout);
        var hash = dumped.RootElement.GetProperty("artifacts").GetProperty("Fitted").GetProperty("hash").GetString()!;
        File.Delete(Path.Combine(_directory.Path, ".flowsdk", "artifacts", hash[..2], hash));

        var resumed = await FirstAsync("resume", "--limit", "9");

        resumed.ShouldSucceed();
        resumed.Stderr.ShouldContain("is missing or damaged");
        resumed.Stdout.Split('\n').Count(line => line.Contains("fit", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task A_run_whose_runner_was_killed_goes_on_also_when_its_last_record_is_torn()
    {
        (await FirstAsync("run", "--limit", "-1")).ExitCode.ShouldBe(137);
        (await StatusAsync()).GetProperty("status").GetString().ShouldBe("interrupted");
        var journal = Directory.GetFiles(Path.Combine(_directory.Path, ".flowsdk"), "000000", SearchOption.AllDirectories)
            .Single(f => f.Contains($"{Path.DirectorySeparatorChar}journal{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
        await File.WriteAllBytesAsync(journal, (await File.ReadAllBytesAsync(journal, TestContext.Current.CancellationToken))[..^5], TestContext.Current.CancellationToken);

        var resumed = await FirstAsync("resume", "--limit", "9");

        resumed.ShouldSucceed();
        resumed.Stderr.ShouldContain("which was interrupted");
        resumed.Stderr.ShouldContain("(3 reused)");
    }

    [Fact]
    public async Task Two_resumes_of_one_run_at_the_same_time_are_two_runs()
    {
        (await FirstAsync("run", "--limit", "-1")).ExitCode.ShouldBe(137);

        var resumed = await Task.WhenAll(FirstAsync("resume", "--limit", "9", "--origin-run-id", "latest"), FirstAsync("resume", "--limit", "9", "--origin-run-id", "latest"));

        resumed[0].ShouldSucceed();
        resumed[1].ShouldSucceed();
        using var runs = JsonDocument.Parse((await _program.First.RunAsync(_directory.Path, "runs", "--json")).Stdout);
        runs.RootElement.EnumerateArray().Count(r => r.GetProperty("status").GetString() == "succeeded").ShouldBe(2);
    }

    [Fact]
    public async Task A_changed_flow_takes_over_what_still_fits()
    {
        (await FirstAsync("run", "--limit", "9")).ShouldSucceed();

        // Since then Choose was renamed, and what Fit sets has another type.
        var plan = await _program.Second.RunAsync(_directory.Path, "resume", "--dry-run");
        var resumed = await _program.Second.RunAsync(_directory.Path, "resume", "--isolation", "inline", "--run-id-file", "run id");

        plan.Stdout.ShouldContain("Start        1\nFit                  3  no longer leads to Choose\nSelect           later  new in the flow\n");
        plan.Stdout.ShouldContain("Choose                  no longer a step of the flow");
        plan.Stderr.ShouldContain("warning FLOW1504");
        resumed.ShouldSucceed();
        resumed.Stdout.ShouldContain("fit 2 again");
        (await File.ReadAllTextAsync(_directory["run id"], TestContext.Current.CancellationToken)).Trim().ShouldBe((await StatusAsync()).GetProperty("runId").GetString());
    }

    [Fact]
    public async Task Mistakes_are_told_with_what_to_do_next()
    {
        var nothing = await FirstAsync("resume");
        var noStep = await FirstAsync("resume", "Choos");
        (await FirstAsync("run", "--limit", "9")).ShouldSucceed();
        var noRun = await FirstAsync("resume", "--origin-run-id", "20200101-000000000-0000");

        (nothing.ExitCode, noStep.ExitCode, noRun.ExitCode).ShouldBe((2, 2, 2));
        nothing.Stderr.ShouldContain("FLOW1501");
        noStep.Stderr.ShouldContain("FLOW1503");
        noStep.Stderr.ShouldContain("'Choose'");
        noRun.Stderr.ShouldContain("FLOW1209");
    }

    private Task<ProgramResult> FirstAsync(params string[] arguments) =>
        _program.First.RunAsync(_directory.Path, [.. arguments, .. arguments.Contains("--dry-run") ? [] : (string[])["--isolation", "inline"]]);

    private async Task<JsonElement> StatusAsync()
    {
        using var status = JsonDocument.Parse((await _program.First.RunAsync(_directory.Path, "status", "--json")).Stdout);
        return status.RootElement.Clone();
    }
}
