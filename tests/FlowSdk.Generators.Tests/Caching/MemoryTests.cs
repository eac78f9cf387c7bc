using FlowSdk.Generators.Parse;
using FlowSdk.Generators.Tests.Compiling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace FlowSdk.Generators.Tests.Caching;

/// <summary>After an edit, a flow is read again only where the edit may have changed what was read.</summary>
public sealed class MemoryTests
{
    private const string Flow = """
        public sealed partial class F : Base
        {
            [Artifact] public partial Row Row { get; set; }
            [Step] public override Next Start() { Row = new(Names.Size); Note(); return To(End); }
            [Step] public void End() => Logger.LogInformation("{Row}", Row);
        }
        """;

    private const string BaseFlow = """
        public abstract partial class Base : Flow
        {
            [Artifact] public partial string? Text { get; set; }
            /// <summary>Starts.</summary>
            [Step] public virtual Next Start() => throw new NotSupportedException();
            protected void Note() { Text = "noted"; }
        }
        """;

    private const string Other = """
        public sealed record Row(int Size) { public int Twice { get { return Size * 2; } } }
        public static class Names { public const int Size = 3; static int _count = 1; public static int Count() => _count; }
        """;

    [Theory]
    [InlineData("_count;", "_count + 1;")]
    [InlineData("_count = 1", "_count = 2")]
    [InlineData("Size * 2", "Size * 3")]
    [InlineData("public static class", "\n// A comment.\npublic static class")]
    public void An_edit_of_another_file_that_declares_nothing_reads_no_flow(string before, string after) =>
        Reads("Other.cs", before, after).ShouldBe(0);

    [Theory]
    [InlineData("Size = 3", "Size = 4")]
    [InlineData("int Size)", "long Size)")]
    [InlineData("Size * 2", "field * 2")]
    [InlineData("public sealed record", "#nullable disable\npublic sealed record")]
    [InlineData("int Size)", "int Size, int More)")]
    public void An_edit_of_another_file_that_declares_something_reads_both_flows(string before, string after) =>
        Reads("Other.cs", before, after).ShouldBe(2);

    [Theory]
    [InlineData("Text = \"noted\"", "Text = null")]
    [InlineData("Text = \"noted\";", "")]
    [InlineData("Starts.", "Begins.")]
    public void An_edit_of_a_base_flow_reads_both_flows(string before, string after) => Reads("Base.cs", before, after).ShouldBe(2);

    [Fact]
    public void An_edit_of_a_flow_reads_no_other() => Reads("Flow.cs", "Note();", "").ShouldBe(1);

    [Fact]
    public void Another_reference_reads_both_flows() => Reads(c => c.RemoveReferences(c.References.Last())).ShouldBe(2);

    [Fact]
    public void Other_options_read_both_flows() =>
        Reads(c => c.WithOptions(((CSharpCompilation)c).Options.WithNullableContextOptions(NullableContextOptions.Disable))).ShouldBe(2);

    [Fact]
    public void A_new_file_reads_both_flows() => Reads(c => c.AddSyntaxTrees(FlowCompiler.Parse("New.cs", "class New;"))).ShouldBe(2);

    [Fact]
    public void Whatever_is_typed_and_wherever_what_is_remembered_is_what_would_be_read()
    {
        var random = new Random(20261121);
        string[] pieces = ["", "field", "3", "Size", "Text", "Row", ";", "{", "}", "(", ")", "int", "long", "[Step]", "public", "/* note */", "#nullable disable\n", "?", "Note();", "return To(End);"];
        Compilation compilation = Project();
        var generator = new ComparingGenerator();
        GeneratorDriver driver = CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], parseOptions: FlowCompiler.ParseOptions);
        for (var i = 0; i < 120; i++)
        {
            // Again and again from a project that compiles: what is broken for long has no flows.
            compilation = i % 5 == 0 ? Restore(compilation) : compilation;
            var tree = compilation.SyntaxTrees.ElementAt(1 + random.Next(3));
            var tokens = tree.GetRoot(TestContext.Current.CancellationToken).DescendantTokens().ToArray();
            var token = tokens[random.Next(tokens.Length)];
            var change = new TextChange(random.Next(2) == 0 ? token.Span : new(token.SpanStart, 0), pieces[random.Next(pieces.Length)]);
            compilation = compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(tree.GetText(TestContext.Current.CancellationToken).WithChanges(change)));
            driver = driver.RunGenerators(compilation, TestContext.Current.CancellationToken);
            generator.Flows.ShouldAllBe(f => f.Remembered == f.Anew, $"after edit {i}, {change} in {tree.FilePath}");
        }

        generator.Flows.Count(f => f.Anew is { Shape: not null }).ShouldBeGreaterThan(120);
    }

    private static CSharpCompilation Project() => FlowCompiler.Create([("Flow.cs", Flow), ("Base.cs", BaseFlow), ("Other.cs", Other)]);

    private static Compilation Restore(Compilation compilation) => compilation.SyntaxTrees.Zip(Project().SyntaxTrees).Aggregate(
        compilation,
        (c, pair) => pair.First.IsEquivalentTo(pair.Second) ? c : c.ReplaceSyntaxTree(pair.First, pair.Second));

    private static int Reads(string file, string before, string after) => Reads(compilation =>
    {
        var tree = compilation.SyntaxTrees.Single(t => t.FilePath == file);
        var text = tree.ToString();
        text.ShouldContain(before);
        return compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(SourceText.From(text.Replace(before, after, StringComparison.Ordinal))));
    });

    /// <summary>How many flows are read after an edit.</summary>
    private static int Reads(Func<Compilation, Compilation> edit)
    {
        var reads = 0;
        var generator = new FlowGenerator((context, cancellation) =>
        {
            Interlocked.Increment(ref reads);
            return FlowReader.Read(context, cancellation);
        });
        var before = Project();
        var driver = CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], parseOptions: FlowCompiler.ParseOptions).RunGenerators(before, TestContext.Current.CancellationToken);
        reads.ShouldBe(2);
        driver.RunGenerators(edit(before), TestContext.Current.CancellationToken);
        return reads - 2;
    }
}
