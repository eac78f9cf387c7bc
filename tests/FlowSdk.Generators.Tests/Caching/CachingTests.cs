using System.Runtime.CompilerServices;
using FlowSdk.Generators.Tests.Compiling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FlowSdk.Generators.Tests.Caching;

/// <summary>What typing in an editor makes the generator do.</summary>
public sealed class CachingTests
{
    private const string Flow = """
        public sealed partial class F : Flow
        {
            [Parameter] public int Count { get; init; } = 3;
            [Artifact] public partial int Sum { get; set; }
            [Artifact] public partial string? Note { get; set; }
            [Step] public Next Start() { Sum = Count + 1; return To(End); }
            [Step] public void End() { }
        }
        """;

    [Fact]
    public void An_edit_of_another_file_writes_nothing() =>
        Written(Flow, Flow, "class Other { }").ShouldBeEmpty();

    [Fact]
    public void An_edit_within_a_line_of_a_body_writes_nothing() =>
        Written(Flow, Flow.Replace("Count + 1", "Count + 2 /* more */")).ShouldBeEmpty();

    [Fact]
    public void A_line_more_in_a_body_writes_the_sources_only() =>
        Written(Flow, Flow.Replace("Sum = Count", "\n Sum = Count")).ShouldBe(["Sources"]);

    [Fact]
    public void An_artifact_more_in_a_body_writes_the_sources_only() =>
        Written(Flow, Flow.Replace("Sum = Count + 1;", "Sum = Count + 1; Note = null;")).ShouldBe(["Sources"]);

    [Fact]
    public void Another_transition_writes_the_definition_only() =>
        Written(Flow, Flow.Replace("return To(End);", "return Count > 0 ? To(End) : To(Start);")).ShouldBe(["Shapes"]);

    [Fact]
    public void A_new_artifact_writes_the_definition() =>
        Written(Flow, Flow.Replace("[Artifact] public partial int Sum", "[Artifact] public partial int New { get; set; } [Artifact] public partial int Sum")).ShouldContain("Shapes");

    [Fact]
    public void A_flow_more_writes_nothing_of_the_first()
    {
        var driver = Run(FlowCompiler.CreateDriver(), Flow, "");
        var result = Run(driver, Flow, "partial class G : Flow { [Step] public void Only() { } }").GetRunResult().Results.Single();
        result.TrackedSteps["Shapes"].SelectMany(s => s.Outputs).Select(o => o.Reason)
            .ShouldBe([IncrementalStepRunReason.Cached, IncrementalStepRunReason.New], ignoreOrder: true);
    }

    [Fact]
    public void No_compilation_is_kept_alive()
    {
        var (driver, first) = RunTwice();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        first.TryGetTarget(out _).ShouldBeFalse();
        GC.KeepAlive(driver);
    }

    // In a method of its own, so that no local of the test keeps what it made.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (GeneratorDriver Driver, WeakReference<Compilation> First) RunTwice()
    {
        const string wrong = "class Wrong : Flow { [Step] public void Only() { } }";
        var first = FlowCompiler.Create([("Flow.cs", Flow), ("Other.cs", wrong)]);
        GeneratorDriver driver = CSharpGeneratorDriver.Create(new FlowGenerator()).WithUpdatedParseOptions(FlowCompiler.ParseOptions);
        driver = driver.RunGenerators(first);
        driver.GetRunResult().Diagnostics.Length.ShouldBe(1);
        return (Run(driver, Flow, wrong), new(first));
    }

    /// <summary>The parts that are written anew after an edit.</summary>
    private static string[] Written(string before, string after, string other = "")
    {
        var result = Run(Run(FlowCompiler.CreateDriver(), before, ""), after, other).GetRunResult().Results.Single();
        return [.. new[] { "Shapes", "Sources", "Codecs", "Diagnostics" }.Where(name =>
            result.TrackedSteps.TryGetValue(name, out var steps)
            && steps.SelectMany(s => s.Outputs).Any(o => o.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged)))];
    }

    private static GeneratorDriver Run(GeneratorDriver driver, string flow, string other) =>
        driver.RunGenerators(FlowCompiler.Create([("Flow.cs", flow), ("Other.cs", other)]));
}
