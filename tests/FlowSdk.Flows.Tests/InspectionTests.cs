using System.Text.Json;
using FlowSdk.Flows.Tests.Programs;

namespace FlowSdk.Flows.Tests;

/// <summary>What a real program tells of its runs, and how it clears up behind them.</summary>
public sealed class InspectionTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Status_shows_enums_by_name()
    {
        (await RunAsync("ParametersFlow", "run", "--day", "Monday")).ShouldSucceed();
        (await RunAsync("ParametersFlow", "status")).Stdout.ShouldContain("parameter Day = Monday\n");
    }

    [Fact]
    public async Task A_stored_file_is_dumped_as_it_is()
    {
        (await RunAsync("FilesFlow", "run")).ShouldSucceed();
        (await RunAsync("FilesFlow", "dump", "latest/Start", "--artifact", "Single", "--output", "copy.txt")).ShouldSucceed();
        (await File.ReadAllTextAsync(_directory["copy.txt"], TestContext.Current.CancellationToken)).ShouldBe("content");
        (await RunAsync("FilesFlow", "dump", "latest", "--artifact", "Folder", "--output", "folder.json")).ShouldSucceed();
        using var document = JsonDocument.Parse(await File.ReadAllTextAsync(_directory["folder.json"], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_dump_that_fails_leaves_the_file_as_it_was()
    {
        (await RunAsync("FilesFlow", "run")).ShouldSucceed();
        await File.WriteAllTextAsync(_directory["copy.txt"], "before", TestContext.Current.CancellationToken);
        foreach (var file in Directory.EnumerateFiles(_directory[Path.Combine(".flowsdk", "artifacts")], "*", SearchOption.AllDirectories))
        {
            await File.WriteAllTextAsync(file, "damaged", TestContext.Current.CancellationToken);
        }

        var result = await RunAsync("FilesFlow", "dump", "latest", "--artifact", "Single", "--output", "copy.txt");

        result.ExitCode.ShouldBe(5, result.ToString());
        result.Stderr.ShouldContain("FLOW1208");
        (await File.ReadAllTextAsync(_directory["copy.txt"], TestContext.Current.CancellationToken)).ShouldBe("before");
        Directory.GetFiles(_directory.Path).ShouldHaveSingleItem();
        (await RunAsync("FilesFlow", "dump", "latest", "--artifact", "Single", "--output", "none/copy.txt")).ExitCode.ShouldBe(2);
    }

    [Fact]
    public async Task Dump_shows_a_file_by_its_name_and_size()
    {
        (await RunAsync("FilesFlow", "run")).ShouldSucceed();
        var dump = await RunAsync("FilesFlow", "dump", "latest");
        dump.Stdout.ShouldContain("日本 語.txt (7 B)\n");
        dump.Stdout.ShouldContain("folder/ (195.3 KiB)\n");
    }

    [Fact]
    public async Task Status_of_a_task_shows_its_attempts()
    {
        (await RunAsync("RetryingFlow", "run")).ShouldSucceed();

        var status = await RunAsync("RetryingFlow", "status", "latest/Start/1");
        using var json = JsonDocument.Parse((await RunAsync("RetryingFlow", "status", "latest/1", "--json")).Stdout);

        status.Stdout.ShouldContain("/Start/1  succeeded\n");
        status.Stdout.ShouldContain("System.InvalidOperationException: try again\n");
        var attempts = json.RootElement.GetProperty("attempts").EnumerateArray().ToArray();
        attempts.Select(a => a.GetProperty("status").GetString()).ShouldBe(["failed", "failed", "succeeded"]);
        attempts[1].GetProperty("failure").GetProperty("message").GetString().ShouldBe("try again");
        attempts[2].GetProperty("failure").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Status_counts_attempts_that_failed_and_were_tried_again()
    {
        (await RunAsync("RetryingFlow", "run")).ShouldSucceed();
        var lines = (await RunAsync("RetryingFlow", "status")).Stdout.Split('\n');
        lines.ShouldContain(line => line.StartsWith("Step   Done  Reused  Failed  Canceled  Failed attempts  ", StringComparison.Ordinal));
        (await RunAsync("RetryingFlow", "status", "latest/End")).Stdout.ShouldNotContain("Failed attempts");
    }

    [Fact]
    public async Task A_step_with_several_tasks_is_dumped_as_a_table_with_a_row_for_each()
    {
        (await RunAsync("流れ", "run")).ShouldSucceed();

        var dumped = (await RunAsync("流れ", "dump", "latest/計算")).Stdout;
        dumped[dumped.IndexOf('\n', StringComparison.Ordinal)..].ShouldBe("\n\nTask  合計\n   2  1\n   3  4\n   4  9\n");
        using var document = JsonDocument.Parse((await RunAsync("流れ", "dump", "latest/計算", "--json", "--artifact", "合計")).Stdout);
        document.RootElement.GetProperty("tasks").EnumerateArray().Select(task => task.GetProperty("artifacts").GetProperty("合計").GetProperty("value").GetInt32()).ShouldBe([1, 4, 9]);

        var mistaken = await RunAsync("流れ", "dump", "latest/計算", "--artifact", "合");
        mistaken.ExitCode.ShouldBe(2);
        mistaken.Stderr.ShouldContain("No task of 計算 has an artifact '合'. Did you mean '合計'? They have 合計.");
    }

    [Fact]
    public async Task Dump_says_why_there_is_no_end()
    {
        (await RunAsync("ThrowingFlow", "run")).ExitCode.ShouldBe(1);
        var result = await RunAsync("ThrowingFlow", "dump", "latest");
        result.ExitCode.ShouldBe(2);
        result.Stderr.ShouldContain("failed before its end, so there is no end to show. Name a task that succeeded");
    }

    [Fact]
    public async Task Options_may_stand_before_the_flow()
    {
        (await RunAsync("--json", "--store", "elsewhere", "LinearFlow", "run")).ShouldSucceed();
        JsonDocument.Parse((await RunAsync("--store=elsewhere", "LinearFlow", "runs", "--json")).Stdout).RootElement.GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Logs_are_followed_to_the_end_of_the_run()
    {
        (await RunAsync("OutputFlow", "run")).ShouldSucceed();
        var followed = await RunAsync("OutputFlow", "logs", "latest", "--follow");
        followed.ShouldSucceed();
        followed.Stdout.ShouldBe((await RunAsync("OutputFlow", "logs", "latest")).Stdout);
    }

    [Fact]
    public async Task Runs_that_store_what_is_being_collected_lose_nothing()
    {
        (await RunAsync("FilesFlow", "run")).ShouldSucceed();
        (await RunAsync("FilesFlow", "delete", "latest", "--yes")).ShouldSucceed();
        foreach (var file in Directory.EnumerateFiles(_directory[Path.Combine(".flowsdk", "artifacts")], "*", SearchOption.AllDirectories))
        {
            File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddHours(-2));
        }

        var results = await Task.WhenAll(
            RunAsync("FilesFlow", "run"), RunAsync("FilesFlow", "gc", "--yes"), RunAsync("FilesFlow", "run"), RunAsync("LinearFlow", "gc", "--yes"));

        foreach (var result in results)
        {
            result.ShouldSucceed();
        }

        (await RunAsync("FilesFlow", "check", "--store")).ShouldSucceed();
        (await RunAsync("FilesFlow", "gc", "--keep-last", "0", "--yes")).Stdout.ShouldStartWith("Deleted 2 runs, ");
    }

    private Task<ProgramResult> RunAsync(params string[] arguments) => FlowProgram.Flows.RunAsync(_directory.Path, arguments);
}
