using System.Diagnostics;
using FlowSdk.Flows.Tests.Programs;

namespace FlowSdk.Flows.Tests.KillPoints;

/// <summary>A runner that is stopped, as by Ctrl-Z or by a machine that goes to sleep, is not dead.</summary>
public sealed class StoppedRunnerTests(Undisturbed undisturbed) : IClassFixture<Undisturbed>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_run_whose_runner_is_stopped_still_runs_so_it_cannot_be_resumed_and_goes_on_when_its_runner_does()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signal that stops a process.");
        using var directory = new TemporaryDirectory();
        using var runner = await StartStoppedAsync(directory);

        var resume = await Undisturbed.Program.RunAsync(directory.Path, "resume");
        await OpenGateAsync(directory);
        RunningFlow.Signal(runner, "CONT");
        await runner.WaitForExitAsync(Stop);

        resume.ExitCode.ShouldBe(2, resume.ToString());
        resume.Stderr.ShouldContain("running");
        runner.ExitCode.ShouldBe(0);
        (await Ledger.ReadAsync(directory)).ShouldBe(undisturbed.Entries);
        (await Ledger.CountRunsAsync(directory)).ShouldBe(1);
    }

    [Fact]
    public async Task A_runner_that_wakes_up_after_its_run_was_resumed_elsewhere_changes_nothing_and_ends()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signal that stops a process.");
        using var directory = new TemporaryDirectory();
        using var runner = await StartStoppedAsync(directory);

        // On another machine the lock of this one is not seen.
        var run = Directory.GetDirectories(directory[".flowsdk/runs/^ledger^flow"]).Single();
        File.Delete(Path.Combine(run, "lock~"));
        await OpenGateAsync(directory);
        var resume = await Undisturbed.Program.RunAsync(directory.Path, "resume");
        resume.ShouldSucceed();
        var before = await File.ReadAllBytesAsync(Path.Combine(run, "journal", "000000"), Stop);

        RunningFlow.Signal(runner, "CONT");
        var errors = await runner.StandardError.ReadToEndAsync(Stop);
        await runner.WaitForExitAsync(Stop);

        runner.ExitCode.ShouldBe(5, errors);
        errors.ShouldContain("FLOW1205");
        (await File.ReadAllBytesAsync(Path.Combine(run, "journal", "000000"), Stop)).ShouldBe(before);
        (await Ledger.ReadAsync(directory)).ShouldBe(undisturbed.Entries);
    }

    // It is stopped while a step runs, so it is busy with nothing.
    private static async Task<Process> StartStoppedAsync(TemporaryDirectory directory)
    {
        var environment = new Dictionary<string, string> { ["LEDGER_GATE"] = directory["gate"] };
        var runner = Undisturbed.Program.Start(directory.Path, environment, ["run", "--max-workers", "2"]);
        await RunningFlow.LineAsync(runner.StandardOutput, "waiting");
        RunningFlow.Signal(runner, "STOP");
        return runner;
    }

    private static Task OpenGateAsync(TemporaryDirectory directory) => File.WriteAllTextAsync(directory["gate"], "", Stop);
}
