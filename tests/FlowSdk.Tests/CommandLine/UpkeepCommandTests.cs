using System.Text.Json;
using FlowSdk.CommandLine;
using FlowSdk.Hosting;
using FlowSdk.Metadata;
using FlowSdk.Tests.Metadata;
using FlowSdk.Tests.Samples;

namespace FlowSdk.Tests.CommandLine;

/// <summary>What <c>runs</c>, <c>delete</c>, <c>gc</c> and <c>check --store</c> say and do.</summary>
public sealed class UpkeepCommandTests : IDisposable
{
    private const string Flow = nameof(HandWrittenFlow);

    private readonly StoreOfRuns _runs = new();

    public void Dispose() => _runs.Dispose();

    [Fact]
    public async Task Runs_are_filtered_by_all_that_is_given()
    {
        var failed = await _runs.FinishedAsync(Flow, RunStatus.Failed, ["a", "b"]);
        var succeeded = await _runs.FinishedAsync(Flow, tags: ["a"]);
        using var running = await _runs.StartAsync(Flow);

        (await ListAsync()).ShouldBe([running.RunId, succeeded.RunId, failed.RunId]);
        (await ListAsync("--limit", "1")).ShouldBe([running.RunId]);
        (await ListAsync("--status", "failed", "--status", "Succeeded")).ShouldBe([succeeded.RunId, failed.RunId]);
        (await ListAsync("--status", "succeeded")).ShouldBe([succeeded.RunId]);
        (await ListAsync("--tag", "a", "--tag", "b")).ShouldBe([failed.RunId]);
        (await ListAsync("--tag", "user:日本", "--tag", "a")).ShouldBe([succeeded.RunId, failed.RunId]);
        (await ListAsync("--user", "日本", "--limit", "2")).ShouldBe([running.RunId, succeeded.RunId]);
        (await ListAsync("--user", "nobody")).ShouldBeEmpty();
        (await ListAsync("--since", "1h")).Length.ShouldBe(3);
        (await ListAsync("--since", "2999-01-01")).ShouldBeEmpty();
        (await ListAsync("--until", "1h")).ShouldBeEmpty();
        (await ListAsync("--until", "2999-01-01")).Length.ShouldBe(3);
    }

    [Theory]
    [InlineData("--status", "done", "--status was given 'done', but one of running, succeeded, failed, canceled, interrupted is expected.")]
    [InlineData("--since", "yesterday", "--since was given 'yesterday', but an age such as 2d or 12h, or a date such as 2026-11-20 or \"2026-11-20 18:00\" is expected.")]
    [InlineData("--parameter", "count", "--parameter was given 'count', but a name and a value with '=' between are expected.")]
    [InlineData("--limit", "many", "--limit was given 'many', but a whole number, 0 or more is expected.")]
    public async Task A_wrong_filter_says_what_is_expected(string option, string value, string message)
    {
        var (exitCode, _, error) = await RunAsync("runs", option, value);
        (exitCode, error).ShouldBe((2, $"error FLOW1305: {message}\n"));
    }

    [Fact]
    public async Task Runs_are_found_by_their_parameters()
    {
        using var two = await _runs.StartAsync(Flow, null, SampleRun.Inline("int", 2), SampleRun.Inline("string", 0xa1, (byte)'x'));
        using var three = await _runs.StartAsync(Flow, null, SampleRun.Inline("int", 3));

        (await ListAsync("--parameter", "P0=2")).ShouldBe([two.RunId]);
        (await ListAsync("--parameter", "P0=3.0", "--all-flows")).ShouldBe([three.RunId]);
        (await ListAsync("--parameter", "P0=2", "--parameter", "P1=x", "--status", "running")).ShouldBe([two.RunId]);
        (await ListAsync("--parameter", "P0=2", "--parameter", "P1=y")).ShouldBeEmpty();
        (await ListAsync("--parameter", "count=2")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_run_is_deleted_after_a_yes()
    {
        var run = await _runs.FinishedAsync(Flow);
        (await RunAsync(new Answers("n"), "delete", run.RunId)).ExitCode.ShouldBe(4);
        (await _runs.RunsAsync(Flow)).ShouldBe([run.RunId]);
        var deleted = await RunAsync(new Answers("y"), "delete", run.RunId[^4..]);
        deleted.ExitCode.ShouldBe(0);
        deleted.Error.ShouldBe($"Delete {Flow}/{run.RunId} for good? [y/N] ");
        (await _runs.CountAsync("")).ShouldBe(1, "the store's format");
    }

    [Fact]
    public async Task Where_nobody_can_be_asked_it_must_be_said_before()
    {
        var run = await _runs.FinishedAsync(Flow);
        var refused = await RunAsync("delete", "latest");
        refused.ExitCode.ShouldBe(2);
        refused.Error.ShouldStartWith($"error FLOW1653: {Flow}/{run.RunId} would be deleted for good");
        var deleted = await RunAsync("delete", "latest", "--yes", "--json");
        JsonDocument.Parse(deleted.Output).RootElement.GetProperty("deleted")[0].GetString().ShouldBe($"{Flow}/{run.RunId}");
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData(Flow)]
    [InlineData("latest/Start")]
    [InlineData("Start")]
    public async Task What_is_not_plainly_a_run_is_not_deleted(string name)
    {
        await _runs.FinishedAsync(Flow);
        (await RunAsync("delete", name, "--yes")).ExitCode.ShouldBe(2);
        (await _runs.RunsAsync(Flow)).Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData(Flow)]
    [InlineData("latest/Start")]
    public async Task What_is_not_plainly_a_run_is_not_stopped(string name)
    {
        using var run = await _runs.StartAsync(Flow);
        var (exitCode, _, error) = await RunAsync("cancel", name);
        (exitCode, error[..16]).ShouldBe((2, "error FLOW1306: "));
        (await _runs.CountAsync($"runs/{Flow}/{run.RunId}/cancel")).ShouldBe(0);
    }

    [Theory]
    [InlineData("list")]
    [InlineData("add", "x")]
    public async Task An_empty_text_names_no_run_whose_tags_could_be_meant(string action, params string[] tags)
    {
        await _runs.FinishedAsync(Flow);
        (await RunAsync(["tag", action, "", .. tags])).ShouldBe((2, "", "error FLOW1306: '' names no run: give the run's id, or 'latest'.\n"));
    }

    [Fact]
    public async Task A_status_for_programs_says_what_made_the_run()
    {
        var run = await _runs.FinishedAsync(Flow);
        using var status = JsonDocument.Parse((await RunAsync("status", run.RunId, "--json")).Output);
        status.RootElement.GetProperty("systemTags").EnumerateArray().Last().GetString().ShouldBe("user:日本");
        status.RootElement.GetProperty("commandLine").ValueKind.ShouldBe(JsonValueKind.Array);
        status.RootElement.GetProperty("build").ValueKind.ShouldBe(JsonValueKind.Object);
    }

    [Fact]
    public async Task A_running_run_is_not_deleted_and_an_interrupted_one_is()
    {
        using var run = await _runs.StartAsync(Flow);
        var refused = await RunAsync("delete", run.RunId, "--yes");
        refused.ExitCode.ShouldBe(2);
        refused.Error.ShouldStartWith($"error FLOW1652: Run {Flow}/{run.RunId} is running, so it was not deleted.");
        run.Dispose();
        (await RunAsync("delete", run.RunId, "--yes")).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Garbage_is_told_before_it_is_removed()
    {
        await _runs.FinishedAsync(Flow, RunStatus.Failed);
        var told = await RunAsync("gc", "--failed");
        told.ExitCode.ShouldBe(0);
        told.Output.ShouldStartWith("Would delete 1 run, ");
        told.Output.ShouldContain("gc --failed --yes");
        (await _runs.RunsAsync(Flow)).Length.ShouldBe(1);
        (await RunAsync("gc", "--failed", "--yes")).Output.ShouldStartWith("Deleted 1 run, ");
        (await _runs.RunsAsync(Flow)).ShouldBeEmpty();
        var document = JsonDocument.Parse((await RunAsync("gc", "--json")).Output).RootElement;
        (document.GetProperty("removed").GetBoolean(), document.GetProperty("bytes").GetInt64()).ShouldBe((false, 0));
    }

    [Theory]
    [InlineData("--older-than", "month", "an age such as 30d (w, d, h, m and s are understood)")]
    [InlineData("--keep-last", "-1", "a whole number, 0 or more")]
    public async Task A_wrong_condition_removes_nothing(string option, string value, string expected)
    {
        await _runs.FinishedAsync(Flow);
        var (exitCode, _, error) = await RunAsync("gc", $"{option}={value}", "--yes");
        (exitCode, error).ShouldBe((2, $"error FLOW1305: {option} was given '{value}', but {expected} is expected.\n"));
        (await _runs.RunsAsync(Flow)).Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_check_of_the_store_says_what_is_damaged_and_who_needs_it()
    {
        var reference = _runs.Save(StoreOfRuns.Bytes(1));
        var run = await _runs.FinishedAsync(Flow, artifacts: [reference]);
        (await RunAsync("check")).Output.ShouldEndWith("1 run and 1 object, 2.9 KiB, were read: nothing is damaged.\n");
        await _runs.Store.DeleteAsync(FlowSdk.Storage.ContentObject.KeyOf(reference.Hash), null, TestContext.Current.CancellationToken);

        var check = await RunAsync("check");

        check.ExitCode.ShouldBe(5);
        check.Output.ShouldContain($"artifacts/{reference.Hash.ToString()[..2]}/{reference.Hash}  FLOW1207\n");
        check.Output.ShouldContain($"Needed by {Flow}/{run.RunId}/Start/1 (Data).\n");
        var damaged = JsonDocument.Parse((await RunAsync("check", "--json")).Output).RootElement.GetProperty("store").GetProperty("damaged");
        damaged[0].GetProperty("neededBy")[0].GetString().ShouldBe($"{Flow}/{run.RunId}/Start/1 (Data)");
    }

    [Fact]
    public async Task Only_a_check_may_leave_the_store_unnamed()
    {
        var (exitCode, _, error) = await CommandAsync(null, "runs", "--store");
        exitCode.ShouldBe(2);
        error.ShouldStartWith("error FLOW1305: --store was given nothing, but a folder or the URL of a store is expected after it.");
        var nowhere = await CommandAsync(null, "check", "--store", Path.Combine(_runs.Folder, "none"));
        nowhere.ExitCode.ShouldBe(5);
        nowhere.Error.ShouldContain("There is no store ");
    }

    [Theory]
    [InlineData("check")]
    [InlineData("gc")]
    public async Task A_folder_that_is_no_store_is_not_taken_for_an_empty_one(string command)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_runs.Folder, "empty")).FullName;

        var (exitCode, output, error) = await CommandAsync(null, command, "--store", folder);

        (exitCode, output, error).ShouldBe((5, "", $"error FLOW1201: There is no store {folder}. Name one: {command} --store DIR.\n"));
        Directory.EnumerateFileSystemEntries(folder).ShouldBeEmpty();
    }

    [Fact]
    public async Task Status_does_not_say_that_an_empty_folder_is_not_there()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_runs.Folder, "empty")).FullName;

        var (exitCode, _, error) = await CommandAsync(null, "status", "--store", folder);

        (exitCode, error).ShouldBe((2, $"error FLOW1209: There is no run of {Flow}, for there is no store {folder}. Run the flow there first; --store or FLOWSDK_STORE names another store.\n"));
    }

    [Fact]
    public async Task What_would_break_a_line_or_color_a_terminal_is_shown_escaped_in_tags_and_kept_as_it_is()
    {
        var run = await _runs.FinishedAsync(Flow, tags: ["two\nlines", "\e[31mred\ttext", "日本 👩‍🚀"]);
        const string Shown = "\\u001b[31mred\\ttext, two\\nlines, 日本 👩‍🚀\n";

        (await RunAsync("runs")).Output.ShouldEndWith(Shown);
        (await RunAsync("status")).Output.ShouldContain($"\ntags      {Shown}");
        (await RunAsync("gc", "--keep-last", "0")).Output.ShouldContain(Shown);
        (await RunAsync("tag", "list", run.RunId)).Output.ShouldStartWith("\\u001b[31mred\\ttext\ntwo\\nlines\n日本 👩‍🚀\n");
        JsonDocument.Parse((await RunAsync("tag", "list", run.RunId, "--json")).Output).RootElement.GetProperty("tags")[0].GetString().ShouldBe("\e[31mred\ttext");
        (await RunAsync("tag", "remove", run.RunId, "two\nlines", "--quiet")).ExitCode.ShouldBe(0);
    }

    private async Task<string[]> ListAsync(params string[] options)
    {
        var (exitCode, output, error) = await RunAsync(["runs", "--json", .. options]);
        exitCode.ShouldBe(0, error);
        return [.. JsonDocument.Parse(output).RootElement.EnumerateArray().Select(static run => run.GetProperty("runId").GetString()!)];
    }

    private Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] args) => RunAsync(null, args);

    private Task<(int ExitCode, string Output, string Error)> RunAsync(Answers? answers, params string[] args) => CommandAsync(answers, [.. args, "--store", _runs.Folder]);

    private static async Task<(int ExitCode, string Output, string Error)> CommandAsync(Answers? answers, params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        await using var host = new FlowHost();
        var console = new ProgramConsole(output, error) { ReadAnswer = answers is null ? null : answers.Read };
        var exitCode = await CommandRunner.RunAsync([FlowRegistration.Of<HandWrittenFlow>()], host, args, console);
        return (exitCode, output.ToString(), error.ToString());
    }

    /// <summary>A person who says one thing.</summary>
    private sealed record Answers(string Answer)
    {
        public string? Read() => Answer;
    }
}
