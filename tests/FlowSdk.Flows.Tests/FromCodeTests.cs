using FlowSdk.Flows.Tests.Programs;

namespace FlowSdk.Flows.Tests;

/// <summary>A program that runs its own flows from code.</summary>
public sealed class FromCodeTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("default", "in a worker")]
    [InlineData("process", "in a worker")]
    [InlineData("fresh", "in a worker")]
    [InlineData("inline", "here")]
    public async Task A_flow_with_services_runs_where_it_is_told_to(string isolation, string where)
    {
        var result = await RunAsync(isolation, "ServicesFlow");

        result.ShouldSucceed();
        (result.Stdout, result.Stderr).ShouldBe(($"Succeeded {where}\n", ""));
    }

    [Theory]
    [InlineData("process")]
    [InlineData("inline")]
    public async Task The_console_is_left_alone(string isolation)
    {
        var result = await RunAsync(isolation, "OutputFlow");

        result.ShouldSucceed();
        (result.Stdout.Split('\n').Length, result.Stderr).ShouldBe((2, ""));
    }

    [Theory]
    [InlineData("process")]
    [InlineData("inline")]
    public async Task What_steps_print_can_be_printed(string isolation)
    {
        var result = await RunAsync(isolation, "OutputFlow", "show");

        result.ShouldSucceed();
        result.Stdout.Split('\n').Where(line => line.Contains("Stdout", StringComparison.Ordinal))
            .ShouldBe(["Start/1 Stdout: plain", "Start/1 Stdout: 日本の年", "Start/1 Stdout: no end", "End/3 Stdout: last"]);
        result.Stdout.Split('\n').Where(line => line.Contains("Stderr", StringComparison.Ordinal))
            .ShouldBe(["Start/1 Stderr: to stderr", "Start/1 Stderr: warn: logged 7"]);
        result.Stderr.ShouldBe("");
    }

    [Fact]
    public async Task A_program_that_forgets_to_hand_over_as_a_worker_does_not_start_workers_for_ever()
    {
        var result = await FlowProgram.Flows.RunAsync(
            _directory.Path, new Dictionary<string, string> { ["FLOWSDK_WORKER_CHANNEL"] = "somewhere" }, ["from-code", "process", "OutputFlow"]);

        result.ExitCode.ShouldBe(1, result.ToString());
        result.Stdout.ShouldStartWith("FLOW1632: This process was started as a worker, and its program starts a run of OutputFlow instead of serving its runner.");
    }

    private Task<ProgramResult> RunAsync(params string[] arguments) => FlowProgram.Flows.RunAsync(_directory.Path, ["from-code", .. arguments]);
}
