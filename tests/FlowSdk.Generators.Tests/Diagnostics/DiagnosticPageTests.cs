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

    public static TheoryData<string> WrongIds => [.. WrongExamples.Found.Keys];

    /// <summary>The example of a page that is <c>Wrong</c> or <c>Right</c>.</summary>
    public static string ExampleOf(string id, string kind) =>
        Example().Matches(File.ReadAllText(Path.Combine(Folder, $"{id}.md"))).Single(m => m.Groups[1].Value == kind).Groups[2].Value;

    [Theory]
    [MemberData(nameof(WrongIds))]
    public void The_mistake_in_the_wrong_example_is_reported_once_and_in_its_place(string id)
    {
        var wrong = FlowCompiler.Compile(ExampleOf(id, "Wrong"));

        wrong.Diagnostics.Concat(wrong.Suggestions).Where(d => d.StartsWith("FLOW", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .ShouldBe(WrongExamples.Found[id].Order(StringComparer.Ordinal));
        WrongExamples.Found[id].ShouldContain(d => d.StartsWith($"{id} ", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Of_the_right_example_nothing_is_said(string id) => FlowCompiler.Compile(ExampleOf(id, "Right")).AllDiagnostics.ShouldBeEmpty();

    // What is wrong with a base flow of another assembly takes two of them.
    [Fact]
    public void Every_diagnostic_has_a_wrong_example() => Descriptors.Select(d => d.Id).Except(WrongExamples.Found.Keys).ShouldBe(["FLOW0006"]);

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
