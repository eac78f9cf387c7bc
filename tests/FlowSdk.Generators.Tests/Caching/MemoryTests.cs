using FlowSdk.Generators.Parse;
using FlowSdk.Generators.Tests.Compiling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace FlowSdk.Generators.Tests.Caching;

/// <summary>After an edit, a flow is read again only where the edit may have changed what was read.</summary>
public sealed class MemoryTests
{
    private const string All = "3 Access, 2 Codecs, 2 Flow, 4 Items, 3 Transitions";

    private const string Flow = """
        public sealed partial class F : Base
        {
            private int _calls = 0;
            [Artifact] public partial Row Row { get; set; }
            [Step] public override Next Start() { Row = new(Names.Size); Note(); return To(End); }
            [Step] public Next Each(int item) => To(End);
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

    private const string Other = """"
        public sealed record Row(int Size) { public int Twice { get { return Size * 2; } } }
        public static class Names { public const int Size = 3; public const string Text = """one"""; static int _count = 1; public static int Count() => _count; }
        public sealed class Box { private static readonly int field = 1; [field: Obsolete] public int Content { get { return Box.field; } } private int _size = 0; }
        """";

    [Theory]
    [InlineData("Other.cs", "_count;", "_count + 1;")]
    [InlineData("Other.cs", "_count = 1", "_count = 2")]
    [InlineData("Other.cs", "Size * 2", "Size * 3")]
    [InlineData("Other.cs", "public static class", "\n// A comment.\npublic static class")]
    [InlineData("Other.cs", "Size * 2", "Size * 2 /* a comment */")]
    public void An_edit_of_another_file_that_declares_nothing_reads_no_flow(string file, string before, string after) =>
        Reads(file, before, after).ShouldBe("");

    [Theory]
    [InlineData("Size = 3", "Size = 4")]
    [InlineData("Text = \"\"\"one\"\"\"", "Text = \"\"\"two\"\"\"")]
    [InlineData("int Size)", "long Size)")]
    [InlineData("Size * 2", "field * 2")]
    [InlineData("Box.field;", "field;")]
    [InlineData("_size = 0;", "_size =\n#nullable disable\n0;")]
    [InlineData("public sealed record", "#nullable disable\npublic sealed record")]
    [InlineData("int Size)", "int Size, int More)")]
    public void An_edit_of_another_file_that_declares_something_reads_all(string before, string after) =>
        Reads("Other.cs", before, after).ShouldBe(All);

    [Theory]
    [InlineData("Flow.cs", "new(Names.Size)", "new(Names.Size + 1)")]
    [InlineData("Flow.cs", "Note();", "")]
    [InlineData("Flow.cs", "\"{Row}\"", "\"{Text}\"")]
    public void An_edit_of_the_body_of_a_step_reads_that_step(string file, string before, string after) =>
        Reads(file, before, after).ShouldBe("1 Access, 1 Flow, 1 Items, 1 Transitions");

    [Theory]
    [InlineData("Text = \"noted\"", "Text = null")]
    [InlineData("Text = \"noted\";", "")]
    public void An_edit_of_a_method_reads_the_steps_that_use_it(string before, string after) =>
        Reads("Base.cs", before, after).ShouldBe("1 Access, 2 Flow");

    [Theory]
    [InlineData("Flow.cs", "[Step] public void End", "\n[Step] public void End", "1 Flow")]
    [InlineData("Base.cs", "Starts.", "Begins.", "2 Flow")]
    public void An_edit_of_blanks_or_comments_reads_no_body(string file, string before, string after, string read) => Reads(file, before, after).ShouldBe(read);

    [Fact]
    public void An_edit_of_what_a_field_begins_with_reads_no_body() => Reads("Flow.cs", "_calls = 0", "_calls = 1").ShouldBe("1 Flow");

    [Fact]
    public void Items_of_another_type_have_their_codecs_planned() =>
        Reads("Flow.cs", "return To(End);", "return ForEach(new[] { 1, 2 }, Each);").ShouldBe("1 Access, 1 Codecs, 1 Flow, 1 Items, 1 Transitions");

    [Fact]
    public void Another_reference_reads_all() => Reads(c => c.RemoveReferences(c.References.Last())).ShouldBe(All);

    [Fact]
    public void Other_options_read_all() =>
        Reads(c => c.WithOptions(((CSharpCompilation)c).Options.WithNullableContextOptions(NullableContextOptions.Disable))).ShouldBe(All);

    [Fact]
    public void A_new_file_reads_all() => Reads(c => c.AddSyntaxTrees(FlowCompiler.Parse("New.cs", "class New;"))).ShouldBe(All);

    [Fact]
    public void What_was_read_before_the_last_edit_but_one_is_remembered() =>
        Reads(
            c => Edit(c, "Other.cs", "Size * 2", "Size * 3"),
            c => Edit(c, "Flow.cs", "Note();", "")).ShouldBe("1 Access, 1 Flow, 1 Items, 1 Transitions");

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

    private static string Reads(string file, string before, string after) => Reads(compilation => Edit(compilation, file, before, after));

    private static Compilation Edit(Compilation compilation, string file, string before, string after)
    {
        var tree = compilation.SyntaxTrees.Single(t => t.FilePath == file);
        var text = tree.ToString();
        text.ShouldContain(before);
        return compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(SourceText.From(text.Replace(before, after, StringComparison.Ordinal))));
    }

    /// <summary>How many parts of each kind are read after edits.</summary>
    private static string Reads(params Func<Compilation, Compilation>[] edits)
    {
        var parts = new List<string>();
        var generator = new FlowGenerator((piece, compilation, notes, cancellation) =>
        {
            var flow = FlowReader.Read(piece, compilation, notes, cancellation);
            parts.AddRange(notes.Anew);
            return flow;
        });
        Compilation project = Project();
        GeneratorDriver driver = CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], parseOptions: FlowCompiler.ParseOptions);
        driver = driver.RunGenerators(project, TestContext.Current.CancellationToken);
        Count(parts).ShouldBe(All);
        parts.Clear();
        foreach (var edit in edits)
        {
            project = edit(project);
            driver = driver.RunGenerators(project, TestContext.Current.CancellationToken);
        }

        return Count(parts);
    }

    private static string Count(List<string> parts) =>
        string.Join(", ", parts.GroupBy(p => p.Split(' ')[0]).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Count()} {g.Key}"));
}
