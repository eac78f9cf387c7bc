using System.Collections.Immutable;
using System.Globalization;
using FlowSdk.Generators.Diagnostics;
using FlowSdk.Generators.Tests.Compiling;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FlowSdk.Generators.Tests.Robustness;

/// <summary>
/// Broken code is the common case in an editor: it is reported by the compiler, and never throws in the generator or the analyzers.
/// 300 seeds, or as many as <c>FLOWSDK_TYPING_SEEDS</c> says; <c>FLOWSDK_TYPING_SEED</c> replays one.
/// </summary>
public sealed class HalfTypedTests
{
    private const int Default = 300;

    [Fact]
    public async Task Half_typed_flows_never_throw()
    {
        var replayed = Variable("FLOWSDK_TYPING_SEED");
        foreach (var seed in replayed is { } only ? [only] : Enumerable.Range(1, Variable("FLOWSDK_TYPING_SEEDS") ?? Default))
        {
            var failure = await FailureAsync(HalfTyped.Of(seed));
            failure.ShouldBeNull($"seed {seed}: FLOWSDK_TYPING_SEED={seed} replays it alone");
        }
    }

    [Fact]
    public void A_seed_gives_the_same_text_each_time() => HalfTyped.Of(7).ShouldBe(HalfTyped.Of(7));

    /// <summary>What was thrown; null if nothing was.</summary>
    private static async Task<string?> FailureAsync(string source)
    {
        var driver = FlowCompiler.CreateDriver().RunGeneratorsAndUpdateCompilation(
            FlowCompiler.Create([("Flow.cs", source)]), out var output, out _, TestContext.Current.CancellationToken);
        if (driver.GetRunResult().Results.Single().Exception is { } exception)
        {
            return $"The generator threw {exception}";
        }

        string? thrown = null;
        var analysis = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), (error, _, _) => thrown = $"An analyzer threw {error}", concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        ImmutableArray<DiagnosticAnalyzer> analyzers = [new FlowAnalyzer(), new StrayAttributeAnalyzer()];
        await output.WithAnalyzers(analyzers, analysis).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return thrown;
    }

    private static int? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
