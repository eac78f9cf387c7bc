using System.Diagnostics;
using FlowSdk.Flows.Tests.Programs;

namespace FlowSdk.Flows.Tests;

/// <summary>Runs that are stopped from outside, and what is left of them.</summary>
public sealed class CancelTests
{
    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    [InlineData("HUP")]
    public async Task A_signal_stops_the_steps_and_the_run_is_recorded_as_canceled(string signal)
    {
        using var directory = new TemporaryDirectory();
        using var process = FlowProgram.Flows.Start(directory.Path, new Dictionary<string, string>(), ["SlowFlow", "run"]);
        var worker = await RunningFlow.WorkerOfAsync(process);

        RunningFlow.Signal(process, signal);

        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(4);
        await worker.WaitForExitAsync(TestContext.Current.CancellationToken);
        await ShouldBeAsync("canceled", directory);
    }

    [Fact]
    public async Task A_second_signal_kills_steps_that_do_not_listen_and_all_that_they_have_started()
    {
        using var directory = new TemporaryDirectory();
        using var process = FlowProgram.Flows.Start(directory.Path, new Dictionary<string, string>(), ["SlowFlow", "run", "--deaf", "true", "--child", "true"]);
        var child = await RunningFlow.ProcessOfAsync(process, "child in process ");
        var worker = await RunningFlow.WorkerOfAsync(process);

        RunningFlow.Signal(process, "INT");
        await RunningFlow.LineAsync(process.StandardError, "Stopping: ");
        RunningFlow.Signal(process, "INT");

        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(4);
        await worker.WaitForExitAsync(TestContext.Current.CancellationToken);
        await child.WaitForExitAsync(TestContext.Current.CancellationToken);
        await ShouldBeAsync("canceled", directory);
    }

    [Fact]
    public async Task What_a_step_has_started_ends_with_a_canceled_run()
    {
        using var directory = new TemporaryDirectory();
        using var process = FlowProgram.Flows.Start(directory.Path, new Dictionary<string, string>(), ["SlowFlow", "run", "--child", "true"]);
        var child = await RunningFlow.ProcessOfAsync(process, "child in process ");
        await RunningFlow.WorkerOfAsync(process);

        RunningFlow.Signal(process, "INT");

        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(4);
        await child.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task When_the_terminal_is_closed_steps_that_do_not_listen_are_killed_without_a_second_signal()
    {
        using var directory = new TemporaryDirectory();
        using var process = FlowProgram.Flows.Start(directory.Path, new Dictionary<string, string>(), ["SlowFlow", "run", "--deaf", "true"]);
        var worker = await RunningFlow.WorkerOfAsync(process);

        RunningFlow.Signal(process, "HUP");

        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(4);
        await worker.WaitForExitAsync(TestContext.Current.CancellationToken);
        await ShouldBeAsync("canceled", directory);
    }

    [Fact]
    public async Task A_killed_runner_leaves_no_worker_behind_and_its_run_shows_as_interrupted()
    {
        using var directory = new TemporaryDirectory();
        using var process = FlowProgram.Flows.Start(directory.Path, new Dictionary<string, string>(), ["SlowFlow", "run", "--deaf", "true"]);
        var worker = await RunningFlow.WorkerOfAsync(process);

        process.Kill();

        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        await worker.WaitForExitAsync(TestContext.Current.CancellationToken);
        await ShouldBeAsync("interrupted", directory);
    }

    [Fact]
    public async Task Cancel_from_another_shell_stops_a_run()
    {
        using var directory = new TemporaryDirectory();
        using var process = FlowProgram.Flows.Start(directory.Path, new Dictionary<string, string>(), ["SlowFlow", "run", "--run-id-file", "id"]);
        using var worker = await RunningFlow.WorkerOfAsync(process);
        var id = await File.ReadAllTextAsync(directory["id"], TestContext.Current.CancellationToken);

        var cancel = await FlowProgram.Flows.RunAsync(directory.Path, "SlowFlow", "cancel", id.Trim());

        cancel.ShouldSucceed();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(4);
    }

    private static async Task ShouldBeAsync(string status, TemporaryDirectory directory)
    {
        var runs = await FlowProgram.Flows.RunAsync(directory.Path, "SlowFlow", "runs", "--json");
        runs.Stdout.ShouldContain($"\"{status}\"");
    }
}
