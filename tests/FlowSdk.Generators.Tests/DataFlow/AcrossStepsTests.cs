namespace FlowSdk.Generators.Tests.DataFlow;

/// <summary>What is set on the ways through a graph.</summary>
public sealed class AcrossStepsTests
{
    private const string End = "[Step] public void End() => _ = A;";

    [Theory]
    [InlineData("if (P) { A = 1; throw new NotSupportedException(); } return To(End);", "FLOW0038 A")]
    [InlineData("try { A = 1; throw new NotSupportedException(); } catch (NotSupportedException) { return To(End); }", "")]
    [InlineData("try { return To(End); } finally { A = 1; }", "")]
    [InlineData("if (P) { return To(End); } A = 1; return To(End);", "")]
    public void What_a_step_sets_is_there_after_it_unless_it_then_throws(string body, string expected) => DataFlow.Found(
        $"[Step] public Next Start() {{ {body} }} [Step] public void End() => _ = A;").ShouldBe(expected);

    [Fact]
    public void An_arm_that_does_not_set_it_is_named_as_the_way() => DataFlow
        .Compile("[Step] public Next Start() => P ? To(Set) : To(Skip); [Step] public Next Set() { A = 1; return To(End); } [Step] public Next Skip() => To(End);" + End)
        .Messages("FLOW0038")
        .ShouldBe(["Step 'End' reads 'A', which is not set on the way Start → Skip → End. Set it in a step of that way, or give it a nullable type."]);

    [Theory]
    [InlineData("Start() { A = 1; return P ? To(X) : To(Y); } [Step] public Next X() => To(End); [Step] public Next Y() => To(End);")]
    [InlineData("Start() => P ? To(X) : To(Y); [Step] public Next X() { A = 1; return To(End); } [Step] public Next Y() { A = 2; return To(End); }")]
    [InlineData("Start() => To(X); [Step] public Next X() { A = 1; return P ? To(X) : To(End); }")]
    [InlineData("Start() { A = 0; return To(X); } [Step] public Next X() { A += 1; return P ? To(X) : To(End); }")]
    [InlineData("Start() => P ? To(X) : To(End); [Step] public Next X() { A = 1; return To(End); } public F() { A = 0; }")]
    public void What_every_way_sets_may_be_read(string steps) => DataFlow.Found("[Step] public Next " + steps + End).ShouldBe("");

    [Theory]
    [InlineData("Start() => To(X); [Step] public Next X() { _ = A; A = 1; return P ? To(X) : To(End); }", "FLOW0038 A")]
    [InlineData("Start() => To(X); [Step] public Next X() => P ? To(Y) : To(End); [Step] public Next Y() { A = 1; return To(X); }", "FLOW0038 A")]
    public void The_first_round_of_a_loop_counts(string steps, string expected) => DataFlow.Found("[Step] public Next " + steps + End).ShouldBe(expected);

    [Fact]
    public void What_is_set_in_a_base_flow_counts_and_an_inherited_read_is_reported_at_the_flow()
    {
        const string wrong = """
            public abstract partial class B : Flow
            {
                [Artifact] public partial int A { get; set; }
                [Step] public Next Start() { Prepare(); return To(End); }
                [Step] public void End() => _ = A;
                protected abstract void Prepare();
            }
            public partial class Right : B { protected override void Prepare() => A = 1; }
            public partial class Wrong : B { protected override void Prepare() { } }
            """;
        Compiling.FlowCompiler.Compile(wrong).Diagnostics.ShouldBe(["FLOW0038 Wrong"]);
    }

    [Fact]
    public void After_the_flow_was_handed_to_other_code_nothing_is_said() =>
        DataFlow.Found("[Step] public Next Start() { Elsewhere.Use(this); return To(End); }" + End).ShouldBe("");

    [Fact]
    public void A_filter_may_have_set_anything_for_its_step_and_those_after() => DataFlow.Found(
        """
        [Step, Prepare] public Next Start() { _ = A; return To(End); }
        private sealed class PrepareAttribute : StepFilterAttribute
        {
            public override ValueTask<Next?> InvokeAsync(StepContext context, StepDelegate next) => next(context);
        }
        """ + End).ShouldBe("");

    [Fact]
    public void A_wrong_graph_says_nothing_of_data() =>
        DataFlow.Found("[Step] public Next Start() => To(End); [Step] public Next Orphan() => To(End);" + End).ShouldBe("FLOW0023 Orphan");

    [Fact]
    public void What_cannot_be_bound_yet_says_nothing_of_data() =>
        DataFlow.Found("[Step] public Next Start() { a = 1; return To(End); }" + End).ShouldBe("CS0103 a");
}
