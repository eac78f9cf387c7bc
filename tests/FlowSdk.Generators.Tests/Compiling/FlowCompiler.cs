using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FlowSdk.Generators.Tests.Compiling;

/// <summary>Compiles sources as a project that refers to FlowSdk would, with its implicit usings.</summary>
internal static class FlowCompiler
{
    public const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using FlowSdk;
        global using Microsoft.Extensions.Logging;
        """;

    public static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Preview, DocumentationMode.None);

    // What this program itself runs on: the framework, the library, and the extensions that it refers to.
    public static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(p => Path.GetFileName(p) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal) || name is "FlowSdk.dll" or "netstandard.dll"))
            .Select(p => MetadataReference.CreateFromFile(p)),
    ];

    // All compilations begin with this one, so that the references are read once.
    private static readonly CSharpCompilation Empty = CSharpCompilation.Create(
        "Flows",
        [Parse("Usings.cs", Usings)],
        References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

    /// <summary>Compiles one file.</summary>
    public static CompiledFlow Compile(string source, NullableContextOptions nullable = NullableContextOptions.Enable) =>
        CompiledFlow.From(Create([("Flow.cs", source)], nullable));

    /// <summary>Makes a compilation without running the generator.</summary>
    public static CSharpCompilation Create(
        IEnumerable<(string Path, string Text)> files,
        NullableContextOptions nullable = NullableContextOptions.Enable,
        IEnumerable<MetadataReference>? references = null) => Empty
        .AddReferences(references ?? [])
        .WithOptions(Empty.Options.WithNullableContextOptions(nullable))
        .AddSyntaxTrees(files.Select(f => Parse(f.Path, f.Text)));

    public static SyntaxTree Parse(string path, string text) => CSharpSyntaxTree.ParseText(text, ParseOptions, path);

    public static CSharpGeneratorDriver CreateDriver() => CSharpGeneratorDriver.Create(
        [new FlowGenerator().AsSourceGenerator()],
        parseOptions: ParseOptions,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
}
