using System.Collections.Immutable;
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
        var (generator, analyzers, compiler) = (new List<double>(), new List<double>(), new List<double>());
        for (var i = -WarmUps; i < Edits; i++)
        {
            var edited = project.Type(file, i + 100);

            // The compiler looks at all declarations once, whoever asks first: that is its own cost.
            var bind = Time(() => project.Compilation.GetSemanticModel(edited).GetDiagnostics());
            Compilation output = project.Compilation;
            var generate = Time(() => _driver = _driver.RunGeneratorsAndUpdateCompilation(project.Compilation, out output, out _));
            output.GetSemanticModel(edited).GetDiagnostics();
            var nothing = Time(() => Analyze(output, edited, [new IdleAnalyzer()]));
            var found = 0;
            var analyze = Time(() => found = Analyze(output, edited, [new FlowAnalyzer(), new StrayAttributeAnalyzer()]));
            if (found != (file == TypedProject.Flow ? 1 : 0))
            {
                throw new InvalidOperationException($"The analyzers have found {found} mistakes in {file}.");
            }

            if (i >= 0)
            {
                generator.Add(generate);
                analyzers.Add(Math.Max(0, analyze - nothing));
                compiler.Add(bind);
            }
        }

        return new(Median(generator), Median(analyzers), Median(compiler));
    }

    /// <summary>How many mistakes there are in a file.</summary>
    private static int Analyze(Compilation compilation, SyntaxTree tree, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        var analysis = compilation.WithAnalyzers(analyzers, options);
        var syntax = analysis.GetAnalyzerSyntaxDiagnosticsAsync(tree, CancellationToken.None).GetAwaiter().GetResult();
        var semantic = analysis.GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(tree), null, CancellationToken.None).GetAwaiter().GetResult();
        return syntax.Length + semantic.Length;
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
