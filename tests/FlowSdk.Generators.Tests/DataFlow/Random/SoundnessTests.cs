using System.Globalization;
using FlowSdk.Generators.Diagnostics;
using FlowSdk.Generators.Tests.Compiling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FlowSdk.Generators.Tests.DataFlow.Random;

/// <summary>
/// The analysis reports an error exactly where some way reads what it has not set, and a warning exactly where some way does on which
/// a caught failure is to blame: random flows are compiled with the analyzer, and run on all ways. There are 300, or as many as <c>FLOWSDK_DATAFLOW_SEEDS</c> says; <c>FLOWSDK_DATAFLOW_SEED</c> names a single one.
/// </summary>
public sealed class SoundnessTests
{
    /// <summary>So many flows share a compilation, which costs more than they do.</summary>
    private const int BatchSize = 100;

    [Fact]
    public void What_is_reported_is_exactly_what_some_way_reads_and_has_not_set()
    {
        int[] seeds = Variable("FLOWSDK_DATAFLOW_SEED") is { } seed ? [seed] : [.. Enumerable.Range(0, Variable("FLOWSDK_DATAFLOW_SEEDS") ?? 300)];
        foreach (var batch in seeds.Chunk(BatchSize))
        {
            Check(batch);
        }
    }

    private static void Check(int[] seeds)
    {
        var flows = seeds.ToDictionary(s => $"F{s}", RandomFlow.Create);
        var source = string.Concat(flows.Select(f => RandomSource.Write(f.Value, f.Key)));
        var found = Reported(source);
        foreach (var (name, flow) in flows)
        {
            var errors = RandomRun.Missed(flow, mayFail: false);
            var warnings = RandomRun.Missed(flow, mayFail: true).Except(errors);
            var expected = errors.Select(e => $"{name} {e.Step} {e.Statement}").Concat(warnings.Select(w => $"{name} {w.Step} {w.Statement} perhaps")).Order(StringComparer.Ordinal).ToArray();
            var reported = found.GetValueOrDefault(name) ?? [];
            if (!expected.SequenceEqual(reported))
            {
                throw new InvalidOperationException(
                    $"""
                    FLOWSDK_DATAFLOW_SEED={name[1..]} replays this flow, of which some way reads what is not set at
                    {string.Join(", ", expected)}
                    but the analysis reports
                    {string.Join(", ", reported)}
                    {RandomSource.Write(flow, name)}
                    """);
            }
        }
    }

    /// <summary>By flow, the marks of the statements at which errors and warnings are reported.</summary>
    private static Dictionary<string, string[]> Reported(string source)
    {
        var compilation = FlowCompiler.Create([("Flows.cs", source)]);
        var analyzed = compilation.WithAnalyzers([new FlowAnalyzer()], new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false));
        var lines = source.Split('\n');
        return analyzed.GetAnalyzerDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult()

            // That a merge fails where inputs differ in a failure says nothing of what is set.
            .Where(d => d.Severity >= DiagnosticSeverity.Warning && d.Id != "FLOW0048")
            .Select(d => (Mark(lines[d.Location.GetLineSpan().StartLinePosition.Line]) ?? throw new InvalidOperationException($"A mistake of another kind: {d}"))
                + (d.Severity == DiagnosticSeverity.Warning ? " perhaps" : ""))
            .Distinct()
            .GroupBy(mark => mark.Split(' ')[0])
            .ToDictionary(g => g.Key, g => g.Order(StringComparer.Ordinal).ToArray());
    }

    private static string? Mark(string line) => line.IndexOf("// ", StringComparison.Ordinal) is >= 0 and var at ? line[(at + 3)..].TrimEnd() : null;

    private static int? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? int.Parse(value, CultureInfo.InvariantCulture) : null;
}
