using FlowSdk.Generators.Parse;
using FlowSdk.Generators.Tests.Compiling;

namespace FlowSdk.Generators.Tests.Diagnostics;

/// <summary>Wrong parameters, and right ones that look alike.</summary>
public sealed class ParameterRulesTests
{
    [Theory]
    [InlineData("[Parameter] public int TopK { get; init; } [Parameter] public int Top_K { get; init; }", "FLOW0060 Top_K")]
    [InlineData("[Parameter] public int Max { get; init; } [Parameter] public int max { get; init; }", "FLOW0060 max")]
    [InlineData("[Parameter] public int Tag { get; init; }", "FLOW0061 Tag")]
    [InlineData("[Parameter] public int MaxWorkers { get; init; }", "FLOW0061 MaxWorkers")]
    [InlineData("[Parameter] public int DryRun { get; init; }", "FLOW0061 DryRun")]
    [InlineData("[Parameter] public int Help { get; init; }", "FLOW0061 Help")]
    [InlineData("[Parameter] public required int P { get; init; } = 3;", "FLOW0063 3")]
    [InlineData("[Parameter, Range(1, 10)] public int P { get; init; } = 0;", "FLOW0064 0")]
    [InlineData("[Parameter, Range(0.5, 1.0)] public double P { get; init; } = 0.1;", "FLOW0064 0.1")]
    [InlineData("[Parameter, Range(0, 1, MaximumIsExclusive = true)] public int P { get; init; } = 1;", "FLOW0064 1")]
    [InlineData("[Parameter, Range(1, 10)] public int P { get; init; }", "FLOW0064 P")]
    [InlineData("[Parameter, Range(typeof(double), \"0.5\", \"1\")] public double P { get; init; } = 2;", "FLOW0064 2")]
    [InlineData("[Parameter, StringLength(2)] public string P { get; init; } = \"abc\";", "FLOW0064 \"abc\"")]
    [InlineData("[Parameter, MinLength(1)] public string P { get; init; } = \"\";", "FLOW0064 \"\"")]
    [InlineData("[Parameter, AllowedValues(\"a\", \"b\")] public string P { get; init; } = \"c\";", "FLOW0064 \"c\"")]
    [InlineData("[Parameter, RegularExpression(\"[a-z]+\")] public string P { get; init; } = \"ab1\";", "FLOW0064 \"ab1\"")]
    [InlineData("[Parameter] public ArtifactFile? P { get; init; }", "FLOW0065 P")]
    [InlineData("[Parameter] public List<ArtifactFile> P { get; init; } = [];", "FLOW0065 P")]
    public void A_parameter_that_cannot_work_is_pointed_at(string member, string expected) => Of(member).ShouldBe([expected]);

    [Theory]
    [InlineData("[Parameter] public int TopK { get; init; } [Parameter] public int TopN { get; init; }")]
    [InlineData("[Parameter] public int Tags { get; init; }")]
    [InlineData("[Parameter] public required int P { get; init; }")]
    [InlineData("[Parameter, Range(1, 10)] public int P { get; init; } = 1;")]
    [InlineData("[Parameter, Range(1, 10)] public int? P { get; init; }")]
    [InlineData("[Parameter, Range(0, 10)] public int P { get; init; }")]
    [InlineData("public F() => P = 3; [Parameter, Range(1, 10)] public int P { get; init; }")]
    [InlineData("[Parameter, Range(typeof(double), \"0.5\", \"1\")] public double P { get; init; } = 0.75;")]
    [InlineData("[Parameter, Range(1, 10)] public int P { get; init; } = Environment.ProcessorCount;")]
    [InlineData("[Parameter, Range(1, 10)] public required int P { get; init; }")]
    [InlineData("[Parameter, MinLength(1)] public string[] P { get; init; } = [];")]
    [InlineData("[Parameter, RegularExpression(\"[a-z]+\")] public string P { get; init; } = \"ab\";")]
    [InlineData("[Parameter, RegularExpression(\"[a-z]+\")] public string P { get; init; } = \"\";")]
    [InlineData("[Parameter, RegularExpression(\"[a-z\")] public string P { get; init; } = \"ab1\";")]
    [InlineData("[Parameter, RegularExpression(\"(a+)+b\")] public string P { get; init; } = \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\";")]
    [InlineData("[Parameter] public IncludedFile? P { get; init; }")]
    public void A_right_parameter_is_left_alone(string member) => Of(member).ShouldBeEmpty();

    [Theory]
    [InlineData("P = 3;", "FLOW0062 P")]
    [InlineData("this.P += 3;", "FLOW0062 this.P")]
    [InlineData("(P, _) = (1, 2);", "FLOW0062 P")]
    [InlineData("int.TryParse(\"1\", out var p); _ = P + p;", null)]
    public void FLOW0062_a_parameter_that_a_step_sets(string statement, string? expected) => FlowCompiler.Compile(
        $$"""
        partial class F : Flow
        {
            public F() => P = 1;
            [Parameter] public int P { get; set; }
            [Step] public void Only() { {{statement}} }
        }
        """).Diagnostics.ShouldBe(expected is null ? [] : [expected]);

    [Fact]
    public void FLOW0060_an_option_of_a_base_flow_is_taken() => FlowCompiler.Compile(
        """
        abstract partial class B : Flow { [Parameter] public int TopK { get; init; } }
        partial class F : B { [Parameter] public int Top_K { get; init; } [Step] public void Only() { } }
        """).Diagnostics.ShouldBe(["FLOW0060 Top_K"]);

    [Fact]
    public void The_reserved_options_are_those_of_the_command_line()
    {
        var options = new[] { "RunOptions", "GlobalOptions" }
            .Select(name => typeof(Flow).Assembly.GetType($"FlowSdk.CommandLine.{name}", throwOnError: true)!)
            .SelectMany(type => ((IEnumerable<object>)type.GetProperty("All")!.GetValue(Activator.CreateInstance(type))!))
            .Select(option => ((string)option.GetType().GetProperty("Name")!.GetValue(option)!).TrimStart('-'));

        options.Where(option => !OptionNames.IsReserved(option)).ShouldBeEmpty();
    }

    [Fact]
    public void The_message_says_what_to_do() => FlowCompiler.Compile(
        "partial class F : Flow { [Parameter, System.ComponentModel.DataAnnotations.Range(1, 10)] public int BatchSize { get; init; } = 0; [Step] public void Only() { } }")
        .Messages("FLOW0064").ShouldBe(
        ["The default of parameter 'BatchSize' is 0, but its [Range] is 1 to 10: a run without --batch-size is refused. Change the default or the rule, or make the parameter 'required'."]);

    private static IReadOnlyList<string> Of(string member) =>
        FlowCompiler.Compile($"using System.ComponentModel.DataAnnotations; partial class F : Flow {{ {member} [Step] public void Only() {{ }} }}").Diagnostics;
}
