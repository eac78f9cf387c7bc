using System.Reflection;
using System.Text.RegularExpressions;
using FlowSdk.Generators.Diagnostics;
using FlowSdk.Generators.Tests.Compiling;
using FlowSdk.Graph;
using Microsoft.CodeAnalysis;

namespace FlowSdk.Generators.Tests.Diagnostics;

/// <summary>The examples on the pages of diagnostics are what they say they are.</summary>
public sealed partial class DiagnosticPageTests
{
    private static readonly string Folder = Path.Combine(Root(AppContext.BaseDirectory), "docs", "diagnostics");

    private static readonly DiagnosticDescriptor[] Descriptors =
        [.. typeof(StepDiagnostics).Assembly.GetTypes()
            .SelectMany(t => t.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Where(f => f.FieldType == typeof(DiagnosticDescriptor))
            .Select(f => (DiagnosticDescriptor)f.GetValue(null)!)];

    private static IEnumerable<DiagnosticDescriptor> Supported => new FlowAnalyzer().SupportedDiagnostics.Concat(new StrayAttributeAnalyzer().SupportedDiagnostics);

    public static TheoryData<string> Ids => [.. Descriptors.Select(d => d.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_wrong_example_has_the_mistake_and_the_right_one_none(string id)
    {
        var examples = Example().Matches(File.ReadAllText(Path.Combine(Folder, $"{id}.md"))).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);
        if (examples.TryGetValue("Wrong", out var wrong))
        {
            FlowCompiler.Compile(wrong).AllDiagnostics.Select(d => d.Id).ShouldContain(id);
        }

        var right = FlowCompiler.Compile(examples["Right"]);
        right.Diagnostics.ShouldBeEmpty();
        right.Suggestions.ShouldBeEmpty();
    }

    [Fact]
    public void Ids_are_distinct_and_link_to_their_pages()
    {
        Descriptors.Select(d => d.Id).ShouldBeUnique();
        Descriptors.ShouldAllBe(d => d.HelpLinkUri.Equals($"docs/diagnostics/{d.Id}.md", StringComparison.Ordinal));
        Descriptors.ShouldAllBe(d => d.IsEnabledByDefault);
    }

    [Fact]
    public void Every_descriptor_is_one_that_an_analyzer_or_the_generator_reports() =>
        Descriptors.Select(d => d.Id).Except(Supported.Select(d => d.Id)).Except(typeof(EmissionDiagnostics).GetFields().Select(f => ((DiagnosticDescriptor)f.GetValue(null)!).Id)).ShouldBeEmpty();

    [Fact]
    public void Compiler_and_runtime_give_the_problems_of_graphs_the_same_ids()
    {
        foreach (var kind in Enum.GetValues<GraphProblemKind>())
        {
            GraphDiagnostics.Of(kind).Id.ShouldBe(GraphProblemText.Id(kind));
        }
    }

    [Fact]
    public void Every_problem_of_a_graph_has_a_text_of_its_own()
    {
        var texts = Enum.GetValues<GraphProblemKind>().Select(k => GraphProblemText.Describe(new(k, "Here", ["There", "Yonder"]), "F")).ToArray();
        texts.ShouldBeUnique();
        texts.ShouldAllBe(t => t.EndsWith('.'));
    }

    private static string Root(string folder) =>
        File.Exists(Path.Combine(folder, "FlowSdk.sln")) ? folder : Root(Path.GetDirectoryName(folder)!);

    [GeneratedRegex("(Wrong|Right):\n\n```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
