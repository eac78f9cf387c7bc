using System.Text;
using FlowSdk.Flows.Tests.Programs;
using FlowSdk.Generators;
using FlowSdk.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FlowSdk.Flows.Tests.Weaving;

/// <summary>Compiles flow programs from text, with the generator.</summary>
internal static class ProgramCompiler
{
    private static readonly CSharpParseOptions _parsing = new(LanguageVersion.Preview);

    /// <summary>Compiles a program, whose source may use <c>Check</c>.</summary>
    /// <param name="directory">Where it goes, with all that it needs.</param>
    /// <param name="name">The assembly's name.</param>
    /// <param name="source">The program.</param>
    public static FlowProgram Compile(string directory, string name, string source)
    {
        var program = CSharpCompilation.Create(
            name,
            [Parse($"{name}.cs", source), Parse("Check.cs", "global using System; global using System.Collections.Generic; global using System.Linq; global using FlowSdk;\n" + CheckSource())],
            [.. Framework().Concat(Libraries()).Select(path => MetadataReference.CreateFromFile(path))],
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new FlowGenerator().AsSourceGenerator()], parseOptions: _parsing);
        driver.RunGeneratorsAndUpdateCompilation(program, out var complete, out _);
        Errors(complete).ShouldBeEmpty();

        var assembly = Path.Combine(directory, $"{name}.dll");
        var result = complete.Emit(assembly);
        result.Diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning).ShouldBeEmpty();
        foreach (var library in Libraries())
        {
            File.Copy(library, Path.Combine(directory, Path.GetFileName(library)), overwrite: true);
        }

        File.Copy(Path.ChangeExtension(FlowProgram.Flows.Assembly, ".runtimeconfig.json"), Path.ChangeExtension(assembly, ".runtimeconfig.json"));
        return new FlowProgram(assembly);
    }

    /// <summary>What the analyzer refuses: no shape, whatever its body, gives cause for a false alarm.</summary>
    private static IEnumerable<Diagnostic> Errors(Compilation program) => program
        .WithAnalyzers([new FlowAnalyzer()])
        .GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult()
        .Where(d => d.Severity == DiagnosticSeverity.Error);

    private static SyntaxTree Parse(string path, string text) => CSharpSyntaxTree.ParseText(text, _parsing, path, Encoding.UTF8);

    private static string CheckSource()
    {
        using var stream = typeof(ProgramCompiler).Assembly.GetManifestResourceStream("Check.cs")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static IEnumerable<string> Framework() =>
        Directory.EnumerateFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "*.dll")
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal) && !path.Contains("Native", StringComparison.Ordinal));

    // What the hand-written program has beside it is what a flow program needs.
    private static IEnumerable<string> Libraries() =>
        Directory.EnumerateFiles(Path.GetDirectoryName(FlowProgram.Flows.Assembly)!, "*.dll")
            .Where(path => Path.GetFileName(path) != "FlowSdk.Flows.dll");
}
