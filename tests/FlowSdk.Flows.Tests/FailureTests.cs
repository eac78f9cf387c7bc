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
    [InlineData("segv", "SIGSEGV")]
    [InlineData("half", "SIGKILL")]
    [InlineData("memory", "OutOfMemoryException")]
    public async Task A_worker_that_dies_is_a_failure_with_its_true_reason_and_its_last_words(string how, string reason)
    {
        using var directory = new TemporaryDirectory();

        var environment = new Dictionary<string, string> { ["DOTNET_GCHeapHardLimit"] = "0x8000000", ["DOTNET_DbgEnableMiniDump"] = "0" };

        var result = await FlowProgram.Flows.RunAsync(directory.Path, environment, ["DyingFlow", "run", "--how", how]);

        result.ExitCode.ShouldBe(1, result.ToString());
        result.Stderr.ShouldContain(reason);
        result.Stdout.ShouldContain("last words");
        if (how == "half")
        {
            result.Stdout.Count(c => c == 'x').ShouldBeGreaterThanOrEqualTo(100_000);
            result.Stderr.ShouldContain("no line end");
        }
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

    [Fact]
    public async Task With_adds_attributes_to_steps_that_do_not_carry_them()
    {
        using var directory = new TemporaryDirectory();

        var result = await FlowProgram.Flows.RunAsync(
            directory.Path, "ThrowingFlow", "run", "--with", "retry:times=2,delay-seconds=0", "--with", "environment-variable:A=1,B=2", "--with", "concurrency:max=1");

        result.ExitCode.ShouldBe(1, result.ToString());
        result.Stdout.Split('\n').Count(l => l.Contains("working on bad", StringComparison.Ordinal)).ShouldBe(3);
        var caught = await FlowProgram.Flows.RunAsync(directory.Path, "RetryingFlow", "run", "--with", "retry:times=0");
        caught.ShouldSucceed();
    }

    [Theory]
    [InlineData("retri:times=1", "Did you mean 'retry'? There are retry, timeout, catch, resources, concurrency, environment-variable.")]
    [InlineData("retry:tims=1", "Did you mean 'times'? It has times, delay-seconds, backoff, max-delay-seconds.")]
    [InlineData("retry:times=-1", "times is to be a whole number, 0 or more.")]
    [InlineData("timeout:seconds=0", "a timeout is longer than nothing")]
    [InlineData("timeout:hours=1e9", "hours is to be a number from 0 to 256204778.")]
    [InlineData("timeout:hours=256204778,minutes=60", "a timeout is at most 922337203685 seconds long.")]
    [InlineData("retry:delay-seconds=1e300", "delay-seconds is to be a number from 0 to 922337203685.")]
    [InlineData("catch:artifact=Before", "'Before' is no artifact of type StepFailure? of flow ThrowingFlow.")]
    public async Task What_cannot_be_added_is_an_error_that_says_what_can(string with, string message)
    {
        using var directory = new TemporaryDirectory();

        var result = await FlowProgram.Flows.RunAsync(directory.Path, "ThrowingFlow", "run", "--with", with);

        result.ExitCode.ShouldBe(2, result.ToString());
        result.Stderr.ShouldContain("error FLOW1305");
        result.Stderr.ShouldContain(message);
    }

    [Fact]
    public async Task Of_many_failures_the_first_is_named_and_the_others_are_counted()
    {
        using var directory = new TemporaryDirectory();

        var result = await FlowProgram.Flows.RunAsync(directory.Path, "ManyFailuresFlow", "run", "--on-failure", "continue", "--isolation", "inline");

        result.ExitCode.ShouldBe(1, result.ToString());
        result.Stderr.ShouldContain("901 tasks succeeded, 100 failed");
        result.Stderr.ShouldContain("99 more failed, among them");
        result.Stderr.ShouldContain("  caused by System.FormatException: the cause");
        result.Stderr.ShouldContain("ManyFailuresFlow resume --origin-run-id ");
    }

    [Theory]
    [InlineData("process")]
    [InlineData("inline")]
    public async Task A_store_that_becomes_read_only_ends_the_run_with_one_error(string isolation)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.UserName == "root", "What is mounted over the store takes the rights of root on Linux.");
        using var directory = new TemporaryDirectory();
        var store = Directory.CreateDirectory(directory["store"]).FullName;
        using var process = FlowProgram.Flows.Start(
            directory.Path, new Dictionary<string, string>(), ["SlowFlow", "run", "--until", directory["go"], "--isolation", isolation, "--store", store]);
        await RunningFlow.WorkerOfAsync(process);
        await RunToolAsync("mount", "-t", "tmpfs", "-o", "ro", "tmpfs", store);
        try
        {
            await File.WriteAllTextAsync(directory["go"], "", TestContext.Current.CancellationToken);
            var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);

            process.ExitCode.ShouldBe(5, error);
            error.Split('\n').Count(l => l.Contains("FLOW120", StringComparison.Ordinal)).ShouldBe(1, error);
        }
        finally
        {
            await RunToolAsync("umount", store);
        }

        var runs = await FlowProgram.Flows.RunAsync(directory.Path, "SlowFlow", "runs", "--json", "--store", store);
        runs.Stdout.ShouldContain("interrupted", Case.Insensitive);
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
            result.Stderr.Split('\n').Count(l => l.Contains("FLOW1203", StringComparison.Ordinal)).ShouldBe(1, result.ToString());
        }
        finally
        {
            await RunToolAsync("umount", disk);
        }
    }

    [Theory]
    [InlineData("process")]
    [InlineData("inline")]
    public async Task A_run_that_filled_its_disk_is_resumed_once_there_is_space_and_comes_to_the_same_result(string isolation)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.UserName == "root", "A small disk is made with the rights of root on Linux.");
        using var directory = new TemporaryDirectory();
        var disk = Directory.CreateDirectory(directory["disk"]).FullName;
        await RunToolAsync("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk);
        try
        {
            (await FillAsync("run")).ExitCode.ShouldBe(5);
            var full = await FillAsync("resume");
            await RunToolAsync("mount", "-o", "remount,size=32m", disk);
            var resumed = await FillAsync("resume");

            full.ExitCode.ShouldBe(5, full.ToString());
            full.Stderr.ShouldContain("error FLOW1203");
            resumed.ShouldSucceed();
            resumed.Stdout.ShouldContain("sum 510434885");
            resumed.Stderr.ShouldMatch(@"43 tasks succeeded \([1-3]\d reused\)");
            (await FlowProgram.Flows.RunAsync(directory.Path, "FillingFlow", "check", "--store", disk)).ShouldSucceed();
        }
        finally
        {
            await RunToolAsync("umount", disk);
        }

        Task<ProgramResult> FillAsync(string command) =>
            FlowProgram.Flows.RunAsync(directory.Path, "FillingFlow", command, "--isolation", isolation, "--store", disk);
    }

    private static async Task RunToolAsync(string name, params string[] arguments)
    {
        using var tool = Process.Start(name, arguments);
        await tool.WaitForExitAsync(TestContext.Current.CancellationToken);
        tool.ExitCode.ShouldBe(0, name);
    }
}
