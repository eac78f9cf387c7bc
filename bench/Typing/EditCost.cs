using System.Collections.Immutable;
using System.Diagnostics;
using FlowSdk.Generators;
using FlowSdk.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FlowSdk.Bench.Typing;

/// <summary>Types into a project, and measures what an editor does after each key: it runs generators, and asks compiler and analyzers about the file.</summary>
/// <remarks>Processor time, not time on the clock: a shared machine would spoil that. A part of it is the collector's.</remarks>
internal sealed class EditCost(TypedProject project)
{
    private const int WarmUps = 10;
    private const int Edits = 30;

    private GeneratorDriver _driver = CSharpGeneratorDriver.Create([new FlowGenerator().AsSourceGenerator()], parseOptions: TypedProject.ParseOptions);

    public Cost Measure(string file)
    {
        var (generator, analyzers, idle, compiler) = (0.0, 0.0, 0.0, 0.0);
        for (var i = -WarmUps; i < Edits; i++)
        {
            var edited = project.Type(file, i + 100);

            // The compiler looks at all declarations once, whoever asks first: that is its own cost.
            var bind = Time(() => project.Compilation.GetSemanticModel(edited).GetDiagnostics());
            Compilation output = project.Compilation;
            var generate = Time(() => _driver = _driver.RunGeneratorsAndUpdateCompilation(project.Compilation, out output, out _));
            output.GetSemanticModel(edited).GetDiagnostics();
            var nothing = Time(() => Analyze(output, edited, [new IdleAnalyzer()]));
            var analyze = Time(() => Analyze(output, edited, [new FlowAnalyzer(), new StrayAttributeAnalyzer()]));
            if (i >= 0)
            {
                (generator, analyzers, idle, compiler) = (generator + generate, analyzers + analyze, idle + nothing, compiler + bind);
            }
        }

        return new(generator / Edits, Math.Max(0, analyzers - idle) / Edits, compiler / Edits);
    }

    private static void Analyze(Compilation compilation, SyntaxTree tree, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        var analysis = compilation.WithAnalyzers(analyzers, options);
        analysis.GetAnalyzerSyntaxDiagnosticsAsync(tree, CancellationToken.None).GetAwaiter().GetResult();
        analysis.GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(tree), null, CancellationToken.None).GetAwaiter().GetResult();
    }

    private static double Time(Action action)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        action();
        process.Refresh();
        return (process.TotalProcessorTime - before).TotalMilliseconds;
    }
}
