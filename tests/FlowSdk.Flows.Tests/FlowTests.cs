using FlowSdk.Flows.Tests.Programs;

namespace FlowSdk.Flows.Tests;

/// <summary>Hand-written flows that check themselves, in worker processes, inline, and each task in a fresh process.</summary>
public sealed class FlowTests
{
    private static readonly Dictionary<string, string[]> Arguments = new()
    {
        ["ContextFlow"] = ["--tag", "blue", "--tag", "日本"],
        ["ValidatedFlow"] = ["--name", "abc"],
        ["DerivedFlow"] = ["--source", "src"],
        ["IncludeFlow"] = ["--text", "@FILE"],
    };

    public static TheoryData<string, string> Cases()
    {
        var data = new TheoryData<string, string>();
        foreach (var flow in (string[])
            [
                "LinearFlow", "ForeachOrderFlow", "EmptyForeachFlow", "NestedForeachFlow", "GangFlow", "GangInForeachFlow", "LoopFlow",
                "LoopAroundForeachFlow", "JoinFromArmsFlow", "SplitOrNotFlow", "WideBranchFlow", "NamedInputsFlow", "MergeFlow",
                "MergeChoiceFlow", "HistoryFlow", "ContextFlow", "AsyncFlow", "ParametersFlow", "ValidatedFlow", "TypesFlow", "MutationFlow", "UnsetFlow",
                "FilesFlow", "IncludeFlow", "ConcurrencyFlow", "OutputFlow", "RetryingFlow", "DerivedFlow", "ServicesFlow", "CatchFlow", "OddExceptionFlow", "FilterFlow", "PrimitivesFlow", "流れ",
            ])
        {
            data.Add(flow, "process");
            data.Add(flow, "inline");
        }

        data.Add("EnvironmentFlow", "process");
        data.Add("CaughtDeathFlow", "process");
        data.Add("LinearFlow", "fresh");
        data.Add("GangFlow", "fresh");
        data.Add("EnvironmentFlow", "fresh");
        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Flow_succeeds(string flow, string isolation)
    {
        using var directory = new TemporaryDirectory();
        var file = directory["included 年.txt"];
        await File.WriteAllTextAsync(file, "UTF text 年", TestContext.Current.CancellationToken);
        var arguments = Arguments.GetValueOrDefault(flow, []).Select(a => a == "@FILE" ? file : a);

        var result = await FlowProgram.Flows.RunAsync(directory.Path, [flow, "run", "--isolation", isolation, .. arguments]);

        result.ShouldSucceed();
    }

    [Theory]
    [InlineData("SplitOrNotFlow", "--mode", "branch")]
    [InlineData("SplitOrNotFlow", "--mode", "neither")]
    [InlineData("JoinFromArmsFlow", "--direct", "true")]
    public async Task The_other_arms_of_a_conditional_run_too(string flow, string option, string value)
    {
        using var directory = new TemporaryDirectory();

        var result = await FlowProgram.Flows.RunAsync(directory.Path, [flow, "run", option, value]);

        result.ShouldSucceed();
    }

    [Fact]
    public async Task Parameters_come_from_the_command_line_a_file_the_environment_and_defaults_in_this_order()
    {
        using var directory = new TemporaryDirectory();
        await File.WriteAllTextAsync(directory["p.json"], """{"number": 7, "text": "file", "layers": [{"Name": "l", "Size": 9}]}""", TestContext.Current.CancellationToken);
        var environment = new Dictionary<string, string>
        {
            ["FLOWSDK_PARAM_NUMBER"] = "8",
            ["FLOWSDK_PARAM_TEXT"] = "environment",
            ["FLOWSDK_PARAM_FLAG"] = "True",
            ["FLOWSDK_PARAM_NO_DEFAULT"] = "日本",
        };

        var result = await FlowProgram.Flows.RunAsync(
            directory.Path,
            environment,
            ["ParametersFlow", "run", "--parameters", "p.json", "--text", "line", "--learning-rates", "1,2.5", "--day", "monday", "--since", "2026-01-02T03:04:05Z"]);

        result.ShouldSucceed();
        result.Stdout.ShouldContain("日本 True True 7 line a;b;c 1;2.5 Monday 2026-01-02T03:04:05.0000000+00:00 00:01:30 1;2;3 l:9");
    }

    [Fact]
    public async Task Gpus_are_given_to_one_task_at_a_time()
    {
        using var directory = new TemporaryDirectory();
        var environment = new Dictionary<string, string> { ["FLOWSDK_GPUS"] = "2" };

        var result = await FlowProgram.Flows.RunAsync(directory.Path, environment, ["GpuFlow", "run", "--max-workers", "4"]);

        result.ShouldSucceed();
    }

    [Fact]
    public async Task Runs_whose_gangs_need_all_gpus_do_not_wait_for_each_other_for_ever()
    {
        using var directory = new TemporaryDirectory();
        var environment = new Dictionary<string, string> { ["FLOWSDK_GPUS"] = "2" };

        var results = await Task.WhenAll(Enumerable.Range(0, 3).Select(
            _ => FlowProgram.Flows.RunAsync(directory.Path, environment, ["GpuGangFlow", "run", "--max-workers", "4"])));

        results.ShouldAllBe(result => result.ExitCode == 0, string.Join<object>('\n', results));
    }

    [Fact]
    public async Task More_gpus_than_there_are_is_an_error_before_anything_runs()
    {
        using var directory = new TemporaryDirectory();
        var environment = new Dictionary<string, string> { ["FLOWSDK_GPUS"] = "0" };

        var result = await FlowProgram.Flows.RunAsync(directory.Path, environment, ["GpuFlow", "run"]);

        result.ExitCode.ShouldBe(2, result.ToString());
        result.Stderr.ShouldContain("FLOW1402");
        result.Stderr.ShouldContain("Train");
    }
}
