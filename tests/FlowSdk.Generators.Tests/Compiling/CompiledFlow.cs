using System.Collections.Immutable;
using System.Runtime.Loader;
using FlowSdk.Generated;
using FlowSdk.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FlowSdk.Generators.Tests.Compiling;

/// <summary>What came of a compilation: the generated files, and everything that the compiler, the generator and the analyzer have to say.</summary>
internal sealed record CompiledFlow(
    Microsoft.CodeAnalysis.Compilation Compilation, IReadOnlyDictionary<string, string> Files, ImmutableArray<Diagnostic> AllDiagnostics)
{
    /// <summary>Errors and warnings as <c>ID text at the place</c>, in the order of the source.</summary>
    public IReadOnlyList<string> Diagnostics => Describe(d => d.Severity >= DiagnosticSeverity.Warning);

    /// <summary>What is only suggested, in the same way.</summary>
    public IReadOnlyList<string> Suggestions => Describe(d => d.Severity == DiagnosticSeverity.Info);

    /// <summary>The messages of a diagnostic.</summary>
    public IReadOnlyList<string> Messages(string id) =>
        [.. AllDiagnostics.Where(d => d.Id == id).OrderBy(d => d.Location.SourceSpan.Start).Select(d => d.GetMessage(System.Globalization.CultureInfo.InvariantCulture))];

    /// <summary>Loads the compiled flow, which must have no errors, and gives its definition.</summary>
    public FlowDefinition Definition(string flow)
    {
        Diagnostics.ShouldBeEmpty();
        var probe = FlowCompiler.Parse("Probe.cs", $$"""
            public static class Probe
            {
                public static FlowSdk.Generated.FlowDefinition Definition() => Of<global::{{flow}}>();
                private static FlowSdk.Generated.FlowDefinition Of<T>() where T : Flow, IFlow<T> => T.Definition;
            }
            """);
        using var assembly = new MemoryStream();
        Compilation.AddSyntaxTrees(probe).Emit(assembly).Success.ShouldBeTrue();
        assembly.Position = 0;
        var loaded = new AssemblyLoadContext(flow, isCollectible: true).LoadFromStream(assembly);
        return (FlowDefinition)loaded.GetType("Probe")!.GetMethod("Definition")!.Invoke(null, null)!;
    }

    public static CompiledFlow From(CSharpCompilation compilation)
    {
        var driver = FlowCompiler.CreateDriver().RunGeneratorsAndUpdateCompilation(compilation, out var output, out _);
        var run = driver.GetRunResult().Results.Single();
        run.Exception.ShouldBeNull();
        var analyzed = output.WithAnalyzers([new FlowAnalyzer(), new StrayAttributeAnalyzer()], new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false));
        var found = analyzed.GetAnalyzerDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult();
        return new(
            output,
            run.GeneratedSources.ToDictionary(s => s.HintName, s => s.SourceText.ToString()),
            [.. output.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning), .. run.Diagnostics, .. found]);
    }

    private string[] Describe(Func<Diagnostic, bool> isWanted) =>
    [
        .. AllDiagnostics
            .Where(isWanted)
            .OrderBy(d => d.Location.SourceSpan.Start)
            .Select(d => $"{d.Id} {TextAt(d.Location)}".TrimEnd()),
    ];

    // Generator diagnostics carry no tree, so that they keep none alive: their text is found by path.
    private string TextAt(Location location) =>
        (location.SourceTree ?? Compilation.SyntaxTrees.FirstOrDefault(t => t.FilePath == location.GetLineSpan().Path))?.ToString().Substring(location.SourceSpan.Start, location.SourceSpan.Length) ?? "";
}
