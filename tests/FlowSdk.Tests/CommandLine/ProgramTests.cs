using FlowSdk.CommandLine;
using FlowSdk.Hosting;
using FlowSdk.Tests.Samples;

namespace FlowSdk.Tests.CommandLine;

public sealed class ProgramTests
{
    [Fact]
    public async Task Without_arguments_a_program_shows_its_commands_and_fails()
    {
        var result = await RunAsync();
        result.ExitCode.ShouldBe(2);
        result.Output.ShouldBe("");
        result.Error.ShouldStartWith("HandWrittenFlow: A flow as a user writes it");
        foreach (var command in (string[])["run", "cancel", "show", "check", "runs", "status", "dump", "logs"])
        {
            result.Error.ShouldContain($"\n  {command}");
        }

        result.Error.ShouldNotContain("worker");
    }

    [Fact]
    public async Task Help_is_asked_for_and_goes_to_standard_output()
    {
        var result = await RunAsync("run", "--help");
        result.ExitCode.ShouldBe(0);
        result.Error.ShouldBe("");
        result.Output.ShouldContain("\nParameters of HandWrittenFlow:\n  --count int     How many numbers to square. A whole number. Default: 3.\n  --title string  Text. Required.\n");
        result.Output.ShouldContain("--max-workers N");
        result.Output.ShouldContain("--store DIR|URL");
    }

    [Theory]
    [InlineData("run")]
    [InlineData("cancel")]
    [InlineData("show")]
    [InlineData("check")]
    [InlineData("runs")]
    [InlineData("status")]
    [InlineData("dump")]
    [InlineData("logs")]
    [InlineData("delete")]
    [InlineData("gc")]
    public async Task Every_command_has_help_with_an_example(string command)
    {
        var result = await RunAsync(command, "--help");
        result.ExitCode.ShouldBe(0);
        result.Output.ShouldContain($" {command} ");
        result.Output.ShouldContain("\nExamples:\n");
    }

    [Fact]
    public async Task An_unknown_command_is_bad_usage()
    {
        var result = await RunAsync("rnu");
        result.ExitCode.ShouldBe(2);
        result.Error.ShouldBe($"error FLOW1301: 'rnu' is no command of this program. Did you mean 'run'? '{ProgramName.Current} --help' lists them.\n");
    }

    [Fact]
    public async Task An_unknown_parameter_is_bad_usage_and_its_value_is_no_second_error()
    {
        var result = await RunAsync("run", "--titel", "squares", "--isolation", "inline");
        result.ExitCode.ShouldBe(2);
        result.Error.ShouldBe(
            $"error FLOW1302: --titel is no parameter of HandWrittenFlow, and no option of 'run'. Did you mean '--title'? '{ProgramName.Current} run --help' lists them.\n");
    }

    [Fact]
    public async Task Arguments_that_are_missing_are_one_error()
    {
        var result = await RunAsync("tag");
        result.ExitCode.ShouldBe(2);
        result.Error.ShouldBe($"error FLOW1305: Required argument missing for command: 'tag'. '{ProgramName.Current} tag --help' shows how it is used.\n");
    }

    [Fact]
    public async Task A_missing_parameter_and_a_wrong_one_are_told_together()
    {
        var result = await RunAsync("run", "--count", "many", "--isolation", "inline");
        result.ExitCode.ShouldBe(2);
        result.Error.ShouldBe(
            "error FLOW1304: --count was given 'many', but a whole number is expected.\n"
            + "error FLOW1303: --title is missing: give it text, or set FLOWSDK_PARAM_TITLE.\n");
    }

    [Theory]
    [InlineData("--max-workers", "0", "a whole number, 1 or more")]
    [InlineData("--isolation", "none", "one of process, inline, fresh")]
    [InlineData("--on-failure", "give-up", "one of drain, continue, stop")]
    public async Task A_wrong_option_says_what_is_expected(string option, string value, string expected)
    {
        var result = await RunAsync("run", "--isolation=inline", "--title", "x", option, value);
        result.ExitCode.ShouldBe(2);
        if (option != "--isolation")
        {
            result.Error.ShouldBe($"error FLOW1305: {option} was given '{value}', but {expected} is expected.\n");
        }
    }

    [Fact]
    public async Task With_json_an_error_is_a_document_too()
    {
        var result = await RunAsync("run", "--isolation", "inline", "--json");
        result.ExitCode.ShouldBe(2);
        using var document = System.Text.Json.JsonDocument.Parse(result.Output);
        document.RootElement.GetProperty("errors")[0].GetProperty("id").GetString().ShouldBe("FLOW1303");
    }

    [Fact]
    public async Task With_several_flows_the_first_word_names_one()
    {
        FlowRegistration[] flows = [FlowRegistration.Of<HandWrittenFlow>(), new("OtherFlow", static () => SampleGraphs.Nested)];
        (await RunAsync(flows, "OtherFlow", "check")).Output.ShouldBe("NestedFlow is valid: 7 steps, 0 artifacts, 0 parameters.\n");
        var unknown = await RunAsync(flows, "OterFlow", "check");
        unknown.ExitCode.ShouldBe(2);
        unknown.Error.ShouldBe("error FLOW1301: 'OterFlow' is no flow of this program. Did you mean 'OtherFlow'? It has HandWrittenFlow, OtherFlow: name one first.\n");
        var none = await RunAsync(flows);
        none.ExitCode.ShouldBe(2);
        none.Error.ShouldContain("\n  HandWrittenFlow  A flow as a user writes it");
    }

    [Fact]
    public async Task A_flow_without_steps_is_invalid()
    {
        var result = await RunAsync([new("EmptyFlow", static () => SampleGraphs.Define("EmptyFlow", ""))], "run", "--isolation", "inline");
        result.ExitCode.ShouldBe(3);
        result.Error.ShouldStartWith("error FLOW0021: Flow 'EmptyFlow' has no step.");
    }

    private static Task<ProgramResult> RunAsync(params string[] args) => RunAsync([FlowRegistration.Of<HandWrittenFlow>()], args);

    private static async Task<ProgramResult> RunAsync(FlowRegistration[] flows, params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        await using var host = new FlowHost();
        var exitCode = await CommandRunner.RunAsync(flows, host, args, new ProgramConsole(output, error));
        return new(exitCode, output.ToString(), error.ToString());
    }

    private sealed record ProgramResult(int ExitCode, string Output, string Error);
}
