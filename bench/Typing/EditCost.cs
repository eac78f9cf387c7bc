using System.Collections.Immutable;
using FlowSdk.Generators;
using FlowSdk.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FlowSdk.Bench.Typing;

/// <summary>Types into a project, and measures what an editor does after each key: it runs generators, and asks compiler and analyzers about the file.</summary>
/// <remarks>
/// Generator and compiler by processor time, not time on the clock, which a shared machine would spoil; a part of it is the collector's. The analyzers by the account
/// that the compiler keeps of each, which is what builds report: around them it binds the whole file, whose time varies by more than theirs is.
/// </remarks>
internal sealed class EditCost(TypedProject project)
{
    private const int WarmUps = 10;
    private const int Edits = 30;

    // An editor, too, keeps its analyzers from edit to edit.
    private readonly ImmutableArray<DiagnosticAnalyzer> _analyzers = [new FlowAnalyzer(), new StrayAttributeAnalyzer()];
    private readonly CompilationWithAnalyzersOptions _options = new(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: true);

    private GeneratorDriver _driver = CSharpGeneratorDriver.Create([new FlowGenerator().AsSourceGenerator()], parseOptions: TypedProject.ParseOptions);

    public Cost Measure(string file)
    {
        var (generator, analyzers, compiler) = (new List<double>(), new List<double>(), new List<double>());
        for (var i = -WarmUps; i < Edits; i++)
        {
            var edited = project.Type(file, i + 100);

            // The compiler looks at all declarations once, whoever asks first: that is its own cost.
            var bind = Time(() => project.Compilation.GetSemanticModel(edited).GetDiagnostics());
            Compilation output = project.Compilation;
            var generate = Time(() => _driver = _driver.RunGeneratorsAndUpdateCompilation(project.Compilation, out output, out _));
            var (found, analyze) = Analyze(output, edited);
            if (found != (file == TypedProject.Flow ? 1 : 0))
            {
                throw new InvalidOperationException($"The analyzers have found {found} mistakes in {file}.");
            }

            if (i >= 0)
            {
                generator.Add(generate);
                analyzers.Add(analyze);
                compiler.Add(bind);
            }
        }

        return new(Median(generator), Median(analyzers), Median(compiler));
    }

    /// <summary>How many mistakes the analyzers find in a file, and how long they take by the compiler's own account, after it has found its own errors.</summary>
    private (int Found, double Milliseconds) Analyze(Compilation compilation, SyntaxTree tree)
    {
        var analysis = compilation.WithAnalyzers(_analyzers, _options);
        var syntax = analysis.GetAnalysisResultAsync(tree, CancellationToken.None).GetAwaiter().GetResult();
        var semantic = analysis.GetAnalysisResultAsync(compilation.GetSemanticModel(tree), null, CancellationToken.None).GetAwaiter().GetResult();
        return (semantic.GetAllDiagnostics().Length, new[] { syntax, semantic }.SelectMany(r => r.AnalyzerTelemetryInfo.Values).Sum(t => t.ExecutionTime.TotalMilliseconds));
    }

    // One collection of garbage costs more than many edits.
    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

    private static double Time(Action action)
    {
        var before = Environment.CpuUsage.TotalTime;
        action();
        return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
    }
}
