using FlowSdk.Generators.Tests.Compiling;
using Microsoft.CodeAnalysis;

namespace FlowSdk.Generators.Tests.Diagnostics;

/// <summary>Nothing is said of what is right: flows as people write them, in all the ways that C# has.</summary>
public sealed class RightFlowTests
{
    private static readonly string _root = Root(AppContext.BaseDirectory);
    private static readonly string _flows = Path.Combine(_root, "tests", "FlowSdk.Generators.Tests", "RightFlows");

    /// <summary>Flows that stand in one file, or in all those of a folder.</summary>
    public static TheoryData<string> Flows => [.. Directory.EnumerateFileSystemEntries(_flows).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Examples =>
        [.. Directory.EnumerateFileSystemEntries(Path.Combine(_root, "examples")).Where(path => Sources(path).Any()).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Flows))]
    public void A_right_flow_compiles_and_nothing_is_said_of_it(string flow) => Compile(Path.Combine(_flows, flow)).AllDiagnostics.ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Examples))]
    public void Nothing_is_said_of_an_example(string example) =>
        Compile(Path.Combine(_root, "examples", example)).AllDiagnostics.Where(d => d.Id.StartsWith("FLOW", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void There_are_flows_to_look_at() => (Flows.Count, Examples.Count).ShouldBe((28, 12));

    private static CompiledFlow Compile(string path)
    {
        var compilation = FlowCompiler.Create(Sources(path).Select(file => (file, File.ReadAllText(file))));
        var isProgram = compilation.SyntaxTrees.Any(t => t.GetRoot().ChildNodes().Any(n => n is Microsoft.CodeAnalysis.CSharp.Syntax.GlobalStatementSyntax));
        return CompiledFlow.From(isProgram ? compilation.WithOptions(compilation.Options.WithOutputKind(OutputKind.ConsoleApplication)) : compilation);
    }

    private static IEnumerable<string> Sources(string path) => !Directory.Exists(path)
        ? path.EndsWith(".cs", StringComparison.Ordinal) ? [path] : []
        : Directory.EnumerateFiles(path, "*.cs").Order(StringComparer.Ordinal);

    private static string Root(string folder) => File.Exists(Path.Combine(folder, "FlowSdk.sln")) ? folder : Root(Path.GetDirectoryName(folder)!);
}
