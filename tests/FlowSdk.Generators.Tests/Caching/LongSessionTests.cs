using FlowSdk.Generators.Diagnostics;
using FlowSdk.Generators.Tests.Compiling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FlowSdk.Generators.Tests.Caching;

/// <summary>
/// However long a session in an editor lasts and whatever is edited in it, generator and analyzers say what they would say of the project as it stands.
/// 150 edits by one seed, or by as many as <c>FLOWSDK_TYPING_SESSIONS</c> says.
/// </summary>
public sealed class LongSessionTests
{
    private const int Edits = 150;

    private static readonly int _seeds =
        Environment.GetEnvironmentVariable("FLOWSDK_TYPING_SESSIONS") is { Length: > 0 } text ? int.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : 1;

    [Fact]
    public void After_each_of_many_edits_the_output_is_that_of_a_fresh_compiler()
    {
        for (var seed = 1; seed <= _seeds; seed++)
        {
            Generate(seed);
        }
    }

    [Fact]
    public async Task After_each_of_many_edits_the_mistakes_found_are_those_that_fresh_analyzers_find()
    {
        for (var seed = 1; seed <= _seeds; seed++)
        {
            await AnalyzeAsync(seed);
        }
    }

    private static async Task AnalyzeAsync(int seed)
    {
        var (project, kept) = (new EditedProject(seed), new FlowAnalyzer());
        var (edits, seen) = (new List<string>(), new HashSet<string>());
        GeneratorDriver driver = Fresh();
        for (var i = 0; i < Edits; i++)
        {
            driver = driver.RunGeneratorsAndUpdateCompilation(project.Compilation, out var output, out _, TestContext.Current.CancellationToken);
            var (found, expected) = (await MistakesAsync(output, kept), await MistakesAsync(output, new()));
            found.ShouldBe(expected, $"after {i} edits by seed {seed}, the last of which: {string.Join("\n", edits.TakeLast(5))}");
            seen.UnionWith(expected.Select(m => m.Split(' ')[0]));
            edits.Add(project.Edit());
        }

        // There is much to find.
        seen.Count.ShouldBeGreaterThan(10);
    }

    private static async Task<string[]> MistakesAsync(Compilation compilation, FlowAnalyzer analyzer)
    {
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), (e, _, _) => throw new InvalidOperationException("The analyzer has thrown.", e), concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        var found = await compilation.WithAnalyzers([analyzer], options).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return [.. found.Select(d => $"{d.Id} {d.Location.GetLineSpan()} {d.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}").Order(StringComparer.Ordinal)];
    }

    private static void Generate(int seed)
    {
        var project = new EditedProject(seed);
        GeneratorDriver driver = Fresh();
        var (edits, whole) = (new List<string>(), 0);
        for (var i = 0; i < Edits; i++)
        {
            driver = driver.RunGenerators(project.Compilation, TestContext.Current.CancellationToken);
            var output = Output(driver);
            var expected = Output(Fresh().RunGenerators(project.Compilation, TestContext.Current.CancellationToken));
            string.Join("\n", output.Except(expected).Select(o => $"too much: {o}").Concat(expected.Except(output).Select(o => $"missing: {o}")))
                .ShouldBe("", $"after {i} edits by seed {seed}, the last of which: {string.Join("\n", edits.TakeLast(5))}");
            output.Length.ShouldBe(expected.Length);
            whole += output.Length > 6 ? 1 : 0;
            edits.Add(project.Edit());
        }

        // Most of the time there is something to compare.
        whole.ShouldBeGreaterThan(Edits / 3);
    }

    // Without steps tracked: see CompilerOrderTests.
    private static CSharpGeneratorDriver Fresh() => CSharpGeneratorDriver.Create([new FlowGenerator().AsSourceGenerator()], parseOptions: FlowCompiler.ParseOptions);

    private static string[] Output(GeneratorDriver driver)
    {
        var result = driver.GetRunResult().Results.Single();
        result.Exception.ShouldBeNull();
        return
        [
            .. result.GeneratedSources.Select(s => $"{s.HintName}\n{s.SourceText}").Order(StringComparer.Ordinal),
            .. result.Diagnostics.Select(d => $"{d} {d.Location.SourceSpan}").Order(StringComparer.Ordinal),
        ];
    }
}
