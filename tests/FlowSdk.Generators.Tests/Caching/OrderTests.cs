using FlowSdk.Generators.Tests.Compiling;
using Microsoft.CodeAnalysis;

namespace FlowSdk.Generators.Tests.Caching;

/// <summary>The same sources give the same output, on any machine and in any order of files.</summary>
public sealed class OrderTests
{
    private const string First = """
        public sealed partial class F : Flow
        {
            [Parameter] public int Count { get; init; } = 3;
            [Artifact] public partial int Sum { get; set; }
            [Step] public Next Start() { Sum = Count + 1; return To(Middle); }
        }
        """;

    private const string Second = """
        public sealed partial class F
        {
            [Parameter] public string Name { get; init; } = "";
            [Artifact] public partial List<string>? Notes { get; set; }
            [Step] public Next Middle() { Notes = [Name]; return To(End); }
            [Step] public void End() => Logger.LogInformation("{Sum} {Notes}", Sum, Notes);
        }
        """;

    private const string Other = "namespace Other { public sealed partial class f : Flow { [Step] public void Only() { } } }";

    [Fact]
    public void The_order_of_files_changes_nothing() =>
        Output([("Other.cs", Other), ("Second.cs", Second), ("First.cs", First)]).ShouldBe(Output([("First.cs", First), ("Second.cs", Second), ("Other.cs", Other)]));

    [Fact]
    public void The_folder_of_the_sources_changes_nothing() =>
        Output([("/home/one/First.cs", First), ("/home/one/Second.cs", Second)]).ShouldBe(Output([("/build/a b/First.cs", First), ("/build/a b/Second.cs", Second)]));

    [Fact]
    public void No_path_of_the_machine_is_in_the_output() =>
        Output([("/home/one/First.cs", First), ("/home/one/Second.cs", Second)]).ShouldAllBe(file => !file.Text.Contains("/home/one", StringComparison.Ordinal));

    [Fact]
    public void A_second_run_from_nothing_gives_the_same() => Output([("First.cs", First), ("Second.cs", Second)]).ShouldBe(Output([("First.cs", First), ("Second.cs", Second)]));

    private static (string Name, string Text)[] Output((string Path, string Text)[] files)
    {
        var run = FlowCompiler.CreateDriver().RunGenerators(FlowCompiler.Create(files)).GetRunResult();
        run.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();
        return [.. run.Results.Single().GeneratedSources.Select(s => (s.HintName, s.SourceText.ToString())).OrderBy(s => s.HintName, StringComparer.Ordinal)];
    }
}
