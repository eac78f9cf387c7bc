using FlowSdk.Generators.Tests.Compiling;

namespace FlowSdk.Generators.Tests.Diagnostics;

/// <summary>Attributes of steps that cannot work, and right ones that look alike.</summary>
public sealed class AttributeRulesTests
{
    [Theory]
    [InlineData("Retry(Times = -1)", "FLOW0071 Times = -1")]
    [InlineData("Retry(DelaySeconds = -0.5)", "FLOW0071 DelaySeconds = -0.5")]
    [InlineData("Retry(MaxDelaySeconds = double.NaN)", "FLOW0071 MaxDelaySeconds = double.NaN")]
    [InlineData("Retry(DelaySeconds = 10, MaxDelaySeconds = 5)", "FLOW0071 Retry(DelaySeconds = 10, MaxDelaySeconds = 5)")]
    [InlineData("Timeout", "FLOW0071 Timeout")]
    [InlineData("Timeout(Hours = 0, Seconds = 0)", "FLOW0071 Timeout(Hours = 0, Seconds = 0)")]
    [InlineData("Timeout(Minutes = -1)", "FLOW0071 Minutes = -1")]
    [InlineData("Timeout(Hours = 1e9)", "FLOW0071 Hours = 1e9")]
    [InlineData("Timeout(Minutes = double.PositiveInfinity)", "FLOW0071 Minutes = double.PositiveInfinity")]
    [InlineData("Timeout(Seconds = double.NaN)", "FLOW0071 Seconds = double.NaN")]
    [InlineData("Timeout(Hours = 256204778, Minutes = 60)", "FLOW0071 Timeout(Hours = 256204778, Minutes = 60)")]
    [InlineData("Retry(DelaySeconds = 1e12)", "FLOW0071 DelaySeconds = 1e12")]
    [InlineData("Resources(Cpu = 0)", "FLOW0071 Cpu = 0")]
    [InlineData("Resources(MemoryMb = -1)", "FLOW0071 MemoryMb = -1")]
    [InlineData("Resources(Gpu = -1)", "FLOW0071 Gpu = -1")]
    [InlineData("Resources(GpuType = \"A100\")", "FLOW0071 Resources(GpuType = \"A100\")")]
    [InlineData("Concurrency(Max = 0)", "FLOW0071 Max = 0")]
    [InlineData("Retry(Except = [typeof(string)])", "FLOW0076 Except = [typeof(string)]")]
    [InlineData("EnvironmentVariable(\"\", \"1\")", "FLOW0074 \"\"")]
    [InlineData("EnvironmentVariable(\"A=B\", \"1\")", "FLOW0074 \"A=B\"")]
    [InlineData("EnvironmentVariable(\"FLOWSDK_STORE\", \"1\")", "FLOW0074 \"FLOWSDK_STORE\"")]
    [InlineData("EnvironmentVariable(\"CUDA_VISIBLE_DEVICES\", \"0\")", "FLOW0074 \"CUDA_VISIBLE_DEVICES\"")]
    [InlineData("EnvironmentVariable(\"A\", \"1\"), EnvironmentVariable(\"A\", \"2\")", "FLOW0074 \"A\"")]
    [InlineData("Looks", "FLOW0075 Looks")]
    [InlineData("Filed", "FLOW0075 Filed")]
    public void An_attribute_that_cannot_work_is_pointed_at(string attribute, string expected) => Of($"[Step, {attribute}] public void Only() {{ }}").ShouldBe([expected]);

    [Theory]
    [InlineData("Retry(Times = 0)")]
    [InlineData("Retry(Times = 2, DelaySeconds = 0, Except = [typeof(TimeoutException), typeof(Exception)])")]
    [InlineData("Retry(DelaySeconds = 5, MaxDelaySeconds = 5)")]
    [InlineData("Timeout(Hours = 0, Minutes = 1)")]
    [InlineData("Timeout(Hours = 256204778)")]
    [InlineData("Retry(MaxDelaySeconds = 922337203685)")]
    [InlineData("Resources(Cpu = 0.5, MemoryMb = 100, Gpu = 1, GpuType = \"A100\")")]
    [InlineData("Concurrency(Max = 1)")]
    [InlineData("EnvironmentVariable(\"A\", \"1\"), EnvironmentVariable(\"B\", \"\")")]
    [InlineData("Real")]
    [InlineData("Obsolete")]
    public void A_right_attribute_is_left_alone(string attribute) => Of($"[Step, {attribute}] public void Only() {{ }}").ShouldBeEmpty();

    [Theory]
    [InlineData("Timeout(Hours = double.PositiveInfinity)", "counts Hours, which have to be from 0 to 256204778.")]
    [InlineData("Timeout(Minutes = -1)", "counts Minutes, which have to be from 0 to 15372286728.")]
    [InlineData("Timeout(Hours = 256204778, Seconds = 1e6)", "all together, it has to be at most 922337203685 seconds.")]
    [InlineData("Retry(MaxDelaySeconds = 1e300)", "waits MaxDelaySeconds, which has to be from 0 to 922337203685.")]
    public void The_message_about_a_time_names_its_range(string attribute, string range) => FlowCompiler
        .Compile($"partial class F : Flow {{ [Step, {attribute}] public void Only() {{ }} }}")
        .Messages("FLOW0071")
        .ShouldHaveSingleItem()
        .ShouldEndWith(range);

    [Theory]
    [InlineData("[Retry] private void Helper() { }", "FLOW0070 Retry")]
    [InlineData("[Timeout(Minutes = 1)] private void Helper() { }", "FLOW0070 Timeout(Minutes = 1)")]
    [InlineData("[Real] private void Helper() { }", "FLOW0070 Real")]
    [InlineData("[Retry] protected virtual void Helper() { }", null)]
    public void FLOW0070_an_attribute_of_steps_on_another_method(string member, string? expected) =>
        Of($"[Step] public void Only() {{ }} {member}").ShouldBe(expected is null ? [] : [expected]);

    [Theory]
    [InlineData("nameof(Text)", "", "FLOW0072 nameof(Text)")]
    [InlineData("nameof(Number)", "", "FLOW0072 nameof(Number)")]
    [InlineData("nameof(Never)", "", "FLOW0072 nameof(Never)")]
    [InlineData("\"Missing\"", "", "FLOW0072 \"Missing\"")]
    [InlineData("nameof(Error)", "", null)]
    public void FLOW0072_what_catch_names(string name, string members, string? expected) => Of(
        $$"""
        [Artifact] public partial StepFailure? Error { get; set; }
        [Artifact] public partial StepFailure Never { get; set; }
        [Artifact] public partial string? Text { get; set; }
        public int Number { get; set; }
        [Step, Catch({{name}})] public void Only() { } {{members}}
        """).ShouldBe(expected is null ? [] : [expected]);

    [Theory]
    [InlineData("Random.Shared.Next() > 0 ? To(A) : To(End)", true)]
    [InlineData("ForEach([1], B)", true)]
    [InlineData("To(A)", false)]
    [InlineData("Random.Shared.Next() > 0 ? To(A) : To(A)", false)]
    public void FLOW0073_a_step_that_catches_and_chooses(string transition, bool isWrong)
    {
        var diagnostics = Of(
            $$"""
            [Artifact] public partial StepFailure? Error { get; set; }
            [Step, Catch(nameof(Error))] public Next Start() => {{transition}};
            [Step] public Next A() => To(End);
            [Step] public Next B(int item) => To(Join);
            [Step] public Next Join(Inputs<F> inputs) => To(End);
            [Step] public void End() { }
            """);
        diagnostics.Contains("FLOW0073 Catch(nameof(Error))").ShouldBe(isWrong);
    }

    [Theory]
    [InlineData("Step", "public void Only() { }")]
    [InlineData("Parameter", "public int P { get; init; }")]
    public void FLOW0077_a_member_of_a_flow_in_another_class(string attribute, string member) =>
        FlowCompiler.Compile($"class Other {{ [{attribute}] {member} }}").Diagnostics.ShouldBe([$"FLOW0077 {attribute}"]);

    [Fact]
    public void FLOW0077_an_attribute_of_the_same_name_is_anothers() =>
        FlowCompiler.Compile("class Other { [Mine.Step] public void Only() { } } namespace Mine { class StepAttribute : Attribute; }").Diagnostics.ShouldBeEmpty();

    private static string[] Of(string members) => FlowCompiler.Compile(
        $$"""
        partial class F : Flow
        {
            {{members}}
        }

        class LooksAttribute : Attribute { public ValueTask<Next?> InvokeAsync(StepContext context, StepDelegate next) => next(context); }
        class RealAttribute : StepFilterAttribute { public override ValueTask<Next?> InvokeAsync(StepContext context, StepDelegate next) => next(context); }
        file class FiledAttribute : RealAttribute;
        """).Diagnostics.Where(d => !d.StartsWith("CS", StringComparison.Ordinal)).ToArray();
}
