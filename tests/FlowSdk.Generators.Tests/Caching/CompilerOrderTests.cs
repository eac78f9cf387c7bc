using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace FlowSdk.Generators.Tests.Caching;

/// <summary>
/// What the compiler (Roslyn 4.14) makes of generators that remember nothing: two mistakes of its own that cost files of a flow in a long
/// session. When one of these tests fails, the compiler has been mended, and what was done about it here may go.
/// </summary>
public sealed class CompilerOrderTests
{
    /// <summary>
    /// InputNode.UpdateStateTable takes the files to be in the order in which it first saw them: in the place of the edited file it puts another
    /// one, which it has already. Hence <c>ReadMemory</c> finds the pieces of source that it reads itself.
    /// </summary>
    [Fact]
    public void The_compiler_finds_a_class_twice_after_a_file_was_inserted_among_others_and_edited()
    {
        List<SyntaxTree> trees = [.. new[] { "class A;", "class B;", "class C;" }.Select(s => CSharpSyntaxTree.ParseText(s, cancellationToken: TestContext.Current.CancellationToken))];
        var driver = Run(CSharpGeneratorDriver.Create(new FoundClasses()), "Names", trees);
        trees.Insert(1, CSharpSyntaxTree.ParseText("class N;", cancellationToken: TestContext.Current.CancellationToken));
        driver = Run(driver, "Names", trees);
        Written(driver).ShouldBe("A B C N");
        trees[1] = trees[1].WithChangedText(SourceText.From("class N; // more"));
        driver = Run(driver, "Names", trees);
        driver.GetRunResult().Results.Single().Exception!.Message.ShouldStartWith("The hintName 'C.cs' of the added source file must be unique within a generator.");
    }

    /// <summary>It does so only while it tracks the steps of a run, which only tests ask for. Hence <see cref="LongSessionTests"/> do not.</summary>
    [Theory]
    [InlineData(false, "D")]
    [InlineData(true, "")]
    public void The_compiler_loses_what_was_added_while_something_else_went_if_it_tracks_steps(bool isTracking, string written)
    {
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new CapitalLetters().AsSourceGenerator()], driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, isTracking));
        foreach (var letters in new[] { "A", "aD", "cD" })
        {
            driver = Run(driver, letters, []);
        }

        Written(driver).ShouldBe(written);
    }

    private static GeneratorDriver Run(GeneratorDriver driver, string name, IEnumerable<SyntaxTree> trees) =>
        driver.RunGenerators(CSharpCompilation.Create(name, trees), TestContext.Current.CancellationToken);

    private static string Written(GeneratorDriver driver) =>
        string.Join(" ", driver.GetRunResult().Results.Single().GeneratedSources.Select(s => Path.GetFileNameWithoutExtension(s.HintName)).Order(StringComparer.Ordinal));

    private sealed class FoundClasses : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
            context.SyntaxProvider.CreateSyntaxProvider(static (node, _) => node is ClassDeclarationSyntax, static (c, _) => ((ClassDeclarationSyntax)c.Node).Identifier.ValueText),
            static (output, name) => output.AddSource(name, $"// {name}"));
    }

    private sealed class CapitalLetters : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context)
        {
            var letters = context.CompilationProvider.SelectMany(static (c, _) => c.AssemblyName!);
            var nothing = letters.Collect().Select(static (_, _) => false);
            context.RegisterSourceOutput(letters.Where(char.IsUpper).Combine(nothing), static (output, letter) => output.AddSource($"{letter.Left}", ""));
        }
    }
}
