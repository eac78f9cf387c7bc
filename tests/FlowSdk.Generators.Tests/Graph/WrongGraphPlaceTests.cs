using FlowSdk.Generators.Tests.Compiling;
using Microsoft.CodeAnalysis;

namespace FlowSdk.Generators.Tests.Graph;

/// <summary>In source, too, it is the wrong transition that is underlined, and nothing else.</summary>
public sealed class WrongGraphPlaceTests
{
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
