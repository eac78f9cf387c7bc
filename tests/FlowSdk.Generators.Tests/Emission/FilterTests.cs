using FlowSdk.Generators.Tests.Compiling;

namespace FlowSdk.Generators.Tests.Emission;

public sealed class FilterTests
{
    private const string Filters = """
        public sealed class LogAttribute(string name) : StepFilterAttribute
        {
            public int Level { get; set; }
            public override ValueTask<Next?> InvokeAsync(StepContext context, StepDelegate next) => next(context);
            public override string ToString() => $"{name}{Level}";
        }

        """;

    [Fact]
    public void Filters_of_the_flow_surround_those_of_the_step_and_those_of_a_base_surround_all()
    {
        var steps = FlowCompiler.Compile(Filters +
            """
            [Log("base")]
            public abstract partial class B : Flow
            {
                [Step, Log("overridden")] public virtual Next Start() => To(End);
                [Step] public void End() { }
            }

            [Log("flow", Level = 1), Log("flow", Level = 2)]
            public partial class F : B
            {
                [Step, Log("a"), Log("b")] public override Next Start() => To(End);
            }
            """).Definition("F").Steps;

        steps[0].Filters!().Select(f => f.ToString()).ShouldBe(["base0", "flow1", "flow2", "overridden0", "a0", "b0"]);
        steps[1].Filters!().Select(f => f.ToString()).ShouldBe(["base0", "flow1", "flow2"]);
    }

    [Fact]
    public void A_step_without_filters_has_none() => FlowCompiler
        .Compile("partial class F : Flow { [Step] public void End() { } }").Definition("F").Steps[0].Filters.ShouldBeNull();

    [Fact]
    public void A_step_says_where_its_failure_is_kept() => FlowCompiler
        .Compile(
        """
        partial class F : Flow
        {
            [Artifact] public partial StepFailure? Error { get; set; }
            [Step, Catch(nameof(Error))] public void End() { }
        }
        """).Definition("F").Steps[0].Catch!.Artifact.ShouldBe("Error");
}
