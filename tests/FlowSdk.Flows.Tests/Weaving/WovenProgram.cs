using FlowSdk.Flows.Tests.Programs;
using FlowSdk.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FlowSdk.Flows.Tests.Weaving;

/// <summary>The program that holds every flow of the matrix, woven and compiled once, with the generator, for all tests.</summary>
public sealed class WovenProgram : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public WovenProgram()
    {
        var program = CSharpCompilation.Create(
            "Woven",
            Sources().Select(s => CSharpSyntaxTree.ParseText(s.Text, new CSharpParseOptions(LanguageVersion.Preview), s.Path, System.Text.Encoding.UTF8)),
            [.. Framework().Concat(Libraries()).Select(path => MetadataReference.CreateFromFile(path))],
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new FlowGenerator().AsSourceGenerator()], parseOptions: new CSharpParseOptions(LanguageVersion.Preview));
        driver.RunGeneratorsAndUpdateCompilation(program, out var complete, out _);

        var assembly = _directory["Woven.dll"];
        var result = complete.Emit(assembly);
        result.Diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning).ShouldBeEmpty();
        foreach (var library in Libraries())
        {
            File.Copy(library, _directory[Path.GetFileName(library)]);
        }

        File.Copy(Path.ChangeExtension(FlowProgram.Flows.Assembly, ".runtimeconfig.json"), _directory["Woven.runtimeconfig.json"]);
        Program = new FlowProgram(assembly);
    }

    internal FlowProgram Program { get; }

    internal static IEnumerable<(Shape Shape, Body Body)> Flows =>
        from shape in Shapes.All from body in Bodies.All where body.Fits(shape) select (shape, body);

    public void Dispose() => _directory.Dispose();

    private static IEnumerable<(string Path, string Text)> Sources() =>
    [
        ("Woven.cs", Weaver.Program(Flows)),
        ("Check.cs", "global using System; global using System.Collections.Generic; global using System.Linq; global using FlowSdk;\n" + CheckSource()),
    ];

    private static string CheckSource()
    {
        using var stream = typeof(WovenProgram).Assembly.GetManifestResourceStream("Check.cs")!;
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
