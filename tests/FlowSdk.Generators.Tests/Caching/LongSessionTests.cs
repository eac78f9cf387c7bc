using FlowSdk.Generators.Tests.Compiling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FlowSdk.Generators.Tests.Caching;

/// <summary>
/// However long a session in an editor lasts and whatever is edited in it, the generator says what it would say of the project as it stands.
/// 150 edits by one seed, or by as many as <c>FLOWSDK_TYPING_SESSIONS</c> says.
/// </summary>
public sealed class LongSessionTests
{
    private const int Edits = 150;

    [Fact]
    public void After_each_of_many_edits_the_output_is_that_of_a_fresh_compiler()
    {
        var seeds = Environment.GetEnvironmentVariable("FLOWSDK_TYPING_SESSIONS") is { Length: > 0 } text ? int.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : 1;
        for (var seed = 1; seed <= seeds; seed++)
        {
            Check(seed);
        }
    }

    private static void Check(int seed)
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
