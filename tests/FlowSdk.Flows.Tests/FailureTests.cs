using System.Diagnostics;
using FlowSdk.Flows.Tests.Programs;

namespace FlowSdk.Flows.Tests;

/// <summary>What a user sees when something goes wrong.</summary>
public sealed class FailureTests
{
    [Theory]
    [InlineData("process")]
    [InlineData("inline")]
    public async Task A_step_that_throws_fails_the_run_and_says_what_where_and_what_next(string isolation)
    {
        using var directory = new TemporaryDirectory();

        var result = await FlowProgram.Flows.RunAsync(directory.Path, "ThrowingFlow", "run", "--isolation", isolation);

        result.ExitCode.ShouldBe(1, result.ToString());
        result.Stderr.ShouldContain("InvalidDataException");
        result.Stderr.ShouldContain("Something has gone wrong with 日本.");
        result.Stderr.ShouldContain("ThrowingFlow.cs");
        result.Stderr.ShouldContain("/Body/");
        result.Stderr.ShouldContain("FLOW1401");
    }

    [Theory]
    [InlineData("exit", "7")]
    [InlineData("failfast", "SIGABRT")]
    [InlineData("overflow", "SIGABRT")]
    [InlineData("thread", "SIGABRT")]
    [InlineData("kill", "SIGKILL")]
    public async Task A_worker_that_dies_is_a_failure_with_its_true_reason_and_its_last_words(string how, string reason)
    {
        using var directory = new TemporaryDirectory();

        var result = await FlowProgram.Flows.RunAsync(directory.Path, "DyingFlow", "run", "--how", how);

        result.ExitCode.ShouldBe(1, result.ToString());
        result.Stderr.ShouldContain(reason);
        result.Stdout.ShouldContain("last words");
    }

    [Theory]
    [InlineData("process")]
    [InlineData("inline")]
    public async Task A_step_that_outlives_its_timeout_is_killed_after_its_grace_and_retried(string isolation)
    {
        using var directory = new TemporaryDirectory();

        var result = await FlowProgram.Flows.RunAsync(directory.Path, "TimeoutFlow", "run", "--isolation", isolation);

        result.ShouldSucceed();
        result.Stdout.ShouldContain("attempt 0");
        result.Stdout.ShouldContain("attempt 1");
    }

    [Fact]
    public async Task A_step_that_times_out_for_good_fails_the_run_and_says_so()
    {
        using var directory = new TemporaryDirectory();

        var result = await FlowProgram.Flows.RunAsync(directory.Path, "TimeoutFlow", "run", "--slow-attempts", "2");

        result.ExitCode.ShouldBe(1, result.ToString());
        result.Stderr.ShouldContain("ran for longer than its timeout of 0:00:00.5");
    }

    [Theory]
    [InlineData("process")]
    [InlineData("inline")]
    public async Task What_Retry_excepts_is_not_retried_and_nor_is_what_derives_from_it(string isolation)
    {
        using var directory = new TemporaryDirectory();

        var result = await FlowProgram.Flows.RunAsync(directory.Path, "ExceptFlow", "run", "--isolation", isolation);

        result.ExitCode.ShouldBe(1, result.ToString());
        result.Stdout.ShouldContain("attempt 0");
        result.Stdout.ShouldNotContain("attempt 1");
    }

    [Fact]
    public async Task A_step_that_needs_a_GPU_does_not_run_inline_and_the_run_says_why()
    {
        using var directory = new TemporaryDirectory();
        var environment = new Dictionary<string, string> { ["FLOWSDK_GPUS"] = "2" };

        var result = await FlowProgram.Flows.RunAsync(directory.Path, environment, ["GpuFlow", "run", "--isolation", "inline"]);

        result.ExitCode.ShouldNotBe(0, result.ToString());
        result.Stderr.ShouldContain("FLOW1402");
        result.Stderr.ShouldContain("--isolation process");
    }

    [Theory]
    [InlineData("process")]
    [InlineData("inline")]
    public async Task A_disk_that_fills_up_ends_the_run_with_the_error_of_the_store(string isolation)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.UserName == "root", "A small disk is made with the rights of root on Linux.");
        using var directory = new TemporaryDirectory();
        var disk = Directory.CreateDirectory(directory["disk"]).FullName;
        await RunToolAsync("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk);
        try
        {
            var result = await FlowProgram.Flows.RunAsync(directory.Path, "OutputFlow", "run", "--megabytes", "20", "--isolation", isolation, "--store", disk);

            result.ExitCode.ShouldBe(5, result.ToString());
            result.Stderr.ShouldContain("error FLOW1203");
        }
        finally
        {
            await RunToolAsync("umount", disk);
        }
    }

    [Fact]
    public async Task A_terminated_run_stops_its_steps_and_is_recorded_as_canceled()
    {
        using var directory = new TemporaryDirectory();
        using var process = FlowProgram.Flows.Start(directory.Path, new Dictionary<string, string>(), ["SlowFlow", "run"]);
        var worker = await WorkerOfAsync(process);

        Signal(process, "TERM");

        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(4);
        await worker.WaitForExitAsync(TestContext.Current.CancellationToken);
        var runs = await FlowProgram.Flows.RunAsync(directory.Path, "SlowFlow", "runs", "--json");
        runs.Stdout.ShouldContain("canceled", Case.Insensitive);
    }

    [Fact]
    public async Task A_killed_runner_leaves_no_worker_behind_and_its_run_shows_as_interrupted()
    {
        using var directory = new TemporaryDirectory();
        using var process = FlowProgram.Flows.Start(directory.Path, new Dictionary<string, string>(), ["SlowFlow", "run", "--deaf", "true"]);
        var worker = await WorkerOfAsync(process);

        process.Kill();

        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        await worker.WaitForExitAsync(TestContext.Current.CancellationToken);
        var runs = await FlowProgram.Flows.RunAsync(directory.Path, "SlowFlow", "runs", "--json");
        runs.Stdout.ShouldContain("interrupted", Case.Insensitive);
    }

    [Fact]
    public async Task Cancel_from_another_shell_stops_a_run()
    {
        using var directory = new TemporaryDirectory();
        using var process = FlowProgram.Flows.Start(directory.Path, new Dictionary<string, string>(), ["SlowFlow", "run", "--run-id-file", "id"]);
        using var worker = await WorkerOfAsync(process);
        var id = await File.ReadAllTextAsync(directory["id"], TestContext.Current.CancellationToken);

        var cancel = await FlowProgram.Flows.RunAsync(directory.Path, "SlowFlow", "cancel", id.Trim());

        cancel.ShouldSucceed();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(4);
    }

    // The step prints the id of its process once it runs.
    private static async Task<Process> WorkerOfAsync(Process runner)
    {
        while (await runner.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            const string Mark = "waiting in process ";
            if (line.IndexOf(Mark, StringComparison.Ordinal) is >= 0 and var at)
            {
                return Process.GetProcessById(int.Parse(line[(at + Mark.Length)..], System.Globalization.CultureInfo.InvariantCulture));
            }
        }

        throw new InvalidOperationException($"The run ended before its step ran: {await runner.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)}");
    }

    private static async Task RunToolAsync(string name, params string[] arguments)
    {
        using var tool = Process.Start(name, arguments);
        await tool.WaitForExitAsync(TestContext.Current.CancellationToken);
        tool.ExitCode.ShouldBe(0, name);
    }

    private static void Signal(Process process, string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", $"{process.Id}"]);
        kill.WaitForExit();
    }
}
