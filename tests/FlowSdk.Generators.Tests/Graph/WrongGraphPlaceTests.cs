using FlowSdk.Generators.Tests.Compiling;
using Microsoft.CodeAnalysis;

namespace FlowSdk.Generators.Tests.Graph;

/// <summary>In source, too, it is the wrong transition that is underlined, and nothing else.</summary>
public sealed class WrongGraphPlaceTests
{
    [Fact]
    public void A_branch_that_a_first_join_does_not_get() => Expect(
        "FLOW0034 J2 in [Step] public Next C() => To(J2);",
        "[Step] public Next Start() => To(A, B, C);",
        "[Step] public Next A() => To(J1);",
        "[Step] public Next B() => To(J1);",
        "[Step] public Next C() => To(J2);",
        "[Step] public Next J1(Inputs<F> inputs) => To(J2);",
        "[Step] public Next J2(Inputs<F> inputs) => To(End);",
        "[Step] public void End() { }");

    [Fact]
    public void A_branch_that_leads_into_the_join_of_another() => Expect(
        "FLOW0033 JA in [Step] public Next B() => To(JA);",
        "[Step] public Next Start() => To(A, B);",
        "[Step] public Next A() => To(A1, A2);",
        "[Step] public Next A1() => To(JA);",
        "[Step] public Next A2() => To(JA);",
        "[Step] public Next JA(Inputs<F> inputs) => To(J);",
        "[Step] public Next B() => To(JA);",
        "[Step] public void J(Inputs<F> inputs) { }");

    [Fact]
    public void An_arm_that_skips_the_join() => Expect(
        "FLOW0035 Report in [Step] public Next Fix() => To(Report);",
        "[Step] public Next Start() => To(A, B);",
        "[Step] public Next A() => Random.Shared.Next(2) == 0 ? To(J) : To(Fix);",
        "[Step] public Next Fix() => To(Report);",
        "[Step] public Next B() => To(J);",
        "[Step] public Next J(Inputs<F> inputs) => To(Report);",
        "[Step] public Next Report() => To(End);",
        "[Step] public void End() { }");

    [Fact]
    public void A_loop_to_whose_end_nothing_leads() => Expect(
        "FLOW0029 A in [Step] public Next A() => To(B);",
        "[Step] public Next Start() => To(A);",
        "[Step] public Next A() => To(B);",
        "[Step] public Next B() => To(A);",
        "[Step] public void End() { }");

    private static void Expect(string expected, params string[] steps)
    {
        var compiled = FlowCompiler.Compile(string.Join('\n', ["partial class F : Flow", "{", .. steps, "}"]));
        var found = compiled.AllDiagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning).ShouldHaveSingleItem();
        var lines = found.Location.SourceTree!.GetText(TestContext.Current.CancellationToken).Lines;
        var line = lines.GetLineFromPosition(found.Location.SourceSpan.Start);
        $"{compiled.Diagnostics[0]} in {line}".ShouldBe(expected);
    }
}
