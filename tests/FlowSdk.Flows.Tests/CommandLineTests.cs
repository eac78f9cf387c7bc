using System.Text.Json;
using FlowSdk.Flows.Tests.Programs;

namespace FlowSdk.Flows.Tests;

/// <summary>The command line of a real program, with right and wrong input.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData(2, "", "LinearFlow")]
    [InlineData(2, "LinearFlow", "run")]
    [InlineData(2, "NoSuchFlow run", "NoSuchFlow")]
    [InlineData(2, "LinearFlow frobnicate", "frobnicate")]
    [InlineData(2, "LinearFlow run --no-such 1", "--no-such")]
    [InlineData(2, "ParametersFlow run --nubmer 1", "--number")]
    [InlineData(2, "ParametersFlow run --number seven", "seven")]
    [InlineData(2, "ParametersFlow run --day someday", "Friday")]
    [InlineData(2, "ParametersFlow run --json-x {", "--json-x")]
    [InlineData(2, "DerivedFlow run", "--source")]
    [InlineData(2, "ValidatedFlow run --name ABC --epochs 11", "lower case")]
    [InlineData(2, "ValidatedFlow run --name abc --epochs 11", "Epochs")]
    [InlineData(2, "IncludeFlow run --text missing.txt", "missing.txt")]
    [InlineData(2, "LinearFlow run --max-workers 0", "--max-workers")]
    [InlineData(2, "LinearFlow run --isolation nowhere", "nowhere")]
    [InlineData(2, "LinearFlow dump a/b/c/d/e", "a/b/c/d/e")]
    [InlineData(2, "LinearFlow cancel nope", "nope")]
    public async Task Wrong_usage_is_refused_with_a_text_that_helps(int exitCode, string arguments, string text)
    {
        var result = await RunAsync(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        result.ExitCode.ShouldBe(exitCode, result.ToString());
        (result.Stderr + result.Stdout).ShouldContain(text);
        (result.Stderr + result.Stdout).ShouldNotContain("   at FlowSdk");
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("LinearFlow --help")]
    [InlineData("ParametersFlow run --help")]
    [InlineData("LinearFlow logs --help")]
    public async Task Help_is_everywhere(string arguments)
    {
        var result = await RunAsync(arguments.Split(' '));

        result.ShouldSucceed();
        result.Stdout.ShouldContain("Usage", Case.Insensitive);
    }

    [Fact]
    public async Task Help_of_run_lists_the_parameters_with_their_help_and_defaults()
    {
        var result = await RunAsync("ParametersFlow", "run", "--help");

        result.Stdout.ShouldContain("--learning-rates");
        result.Stdout.ShouldContain("Text without a default.");
        result.Stdout.ShouldContain("Given as text by an environment variable.");
        result.Stdout.ShouldContain("123");
        result.Stdout.ShouldNotContain("System.", Case.Sensitive, "types are shown without their namespaces");
    }

    [Fact]
    public async Task Redirected_output_is_plain_lines_with_their_task()
    {
        var result = await RunAsync("OutputFlow", "run");

        result.ShouldSucceed();
        var lines = result.Stdout.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.ShouldContain(l => l.EndsWith("] plain", StringComparison.Ordinal) && l.Contains("/Start/", StringComparison.Ordinal));
        lines.ShouldContain(l => l.EndsWith("] 日本の年", StringComparison.Ordinal));
        lines.ShouldContain(l => l.EndsWith("] no end", StringComparison.Ordinal));
        lines.ShouldContain(l => l.EndsWith("] last", StringComparison.Ordinal) && l.Contains("/End/", StringComparison.Ordinal));
        result.Stderr.ShouldContain("] to stderr");
        result.Stderr.ShouldContain("logged 7");
        result.ToString().ShouldNotContain("\u001b");
    }

    [Fact]
    public async Task A_step_that_prints_much_is_kept_whole()
    {
        var result = await RunAsync("OutputFlow", "run", "--megabytes", "20");
        result.ShouldSucceed();

        var logs = await RunAsync("OutputFlow", "logs", "latest/Print");

        logs.ShouldSucceed();
        logs.Stdout.Split('\n').Count(l => l.EndsWith("xxxx", StringComparison.Ordinal)).ShouldBe(20 * 1024);
    }

    [Fact]
    public async Task Json_output_is_one_document()
    {
        var run = await RunAsync("ForeachOrderFlow", "run", "--json");

        run.ShouldSucceed();
        using var document = JsonDocument.Parse(run.Stdout);
        document.RootElement.GetProperty("status").GetString().ShouldBe("succeeded");
        foreach (var arguments in (string[][])
            [
                ["show", "--json"], ["runs", "--json"], ["status", "--json"], ["dump", "latest/Join", "--json"], ["logs", "latest", "--json"], ["check", "--json"],
            ])
        {
            var result = await RunAsync(["ForeachOrderFlow", .. arguments]);
            result.ShouldSucceed();
            Should.NotThrow(() => JsonDocument.Parse(result.Stdout).Dispose(), result.ToString());
        }
    }

    [Fact]
    public async Task Show_draws_the_graph()
    {
        var tree = await RunAsync("GangInForeachFlow", "show");
        var dot = await RunAsync("GangInForeachFlow", "show", "--dot");
        var mermaid = await RunAsync("GangInForeachFlow", "show", "--mermaid");

        tree.ShouldSucceed();
        foreach (var step in (string[])["Start", "Item", "Member", "Leaf", "JoinLeaves", "JoinMembers", "JoinItems", "End"])
        {
            tree.Stdout.ShouldContain(step);
            dot.Stdout.ShouldContain(step);
            mermaid.Stdout.ShouldContain(step);
        }

        dot.Stdout.ShouldStartWith("digraph");
    }

    [Fact]
    public async Task Two_runs_at_once_in_one_store_do_not_disturb_each_other()
    {
        var results = await Task.WhenAll(
            RunAsync("NestedForeachFlow", "run"), RunAsync("NestedForeachFlow", "run"), RunAsync("MergeChoiceFlow", "run"));

        foreach (var result in results)
        {
            result.ShouldSucceed();
        }

        var runs = await RunAsync("NestedForeachFlow", "runs", "--json");
        using var document = JsonDocument.Parse(runs.Stdout);
        document.RootElement.ToString().Split("succeeded").Length.ShouldBe(3, runs.Stdout);
    }

    [Fact]
    public async Task A_store_that_cannot_be_used_is_exit_code_5()
    {
        await File.WriteAllTextAsync(_directory["file"], "not a directory", TestContext.Current.CancellationToken);

        var result = await RunAsync("LinearFlow", "run", "--store", "file");

        result.ExitCode.ShouldBe(5, result.ToString());
        result.Stderr.ShouldContain("FLOW12");
    }

    [Fact]
    public async Task A_damaged_run_is_named_and_does_not_hide_the_others()
    {
        var first = await RunAsync("LinearFlow", "run", "--run-id-file", "first");
        var second = await RunAsync("LinearFlow", "run", "--run-id-file", "second");
        first.ShouldSucceed();
        second.ShouldSucceed();
        var damaged = (await File.ReadAllTextAsync(_directory["first"], TestContext.Current.CancellationToken)).Trim();
        var whole = (await File.ReadAllTextAsync(_directory["second"], TestContext.Current.CancellationToken)).Trim();
        var journal = Directory.EnumerateFiles(_directory[".flowsdk"], "000000", SearchOption.AllDirectories)
            .Single(path => path.Contains(damaged, StringComparison.Ordinal) && path.Contains("journal", StringComparison.Ordinal));
        var bytes = await File.ReadAllBytesAsync(journal, TestContext.Current.CancellationToken);
        bytes[bytes.Length / 2] ^= 0xff;
        await File.WriteAllBytesAsync(journal, bytes, TestContext.Current.CancellationToken);

        var runs = await RunAsync("LinearFlow", "runs");

        runs.ExitCode.ShouldBe(5, runs.ToString());
        runs.Stdout.ShouldContain(whole);
        runs.Stderr.ShouldContain("FLOW1206");
        runs.Stderr.ShouldContain(damaged);
    }

    [Fact]
    public async Task A_store_of_a_newer_version_is_refused()
    {
        (await RunAsync("LinearFlow", "run")).ShouldSucceed();
        await File.WriteAllTextAsync(Path.Combine(_directory[".flowsdk"], "format"), "flowsdk-store 99\n", TestContext.Current.CancellationToken);

        var result = await RunAsync("LinearFlow", "run");

        result.ExitCode.ShouldBe(5, result.ToString());
        result.Stderr.ShouldContain("FLOW1204");
    }

    [Fact]
    public async Task The_run_id_file_is_written()
    {
        var result = await RunAsync("LinearFlow", "run", "--run-id-file", "run id");

        result.ShouldSucceed();
        var id = (await File.ReadAllTextAsync(_directory["run id"], TestContext.Current.CancellationToken)).Trim();
        result.Stderr.ShouldContain(id);
    }

    private Task<ProgramResult> RunAsync(params string[] arguments) => FlowProgram.Flows.RunAsync(_directory.Path, arguments);
}
