using System.Globalization;
using System.Runtime.CompilerServices;
using FlowSdk.Generators.Diagnostics;
using FlowSdk.Generators.Memory;
using FlowSdk.Generators.Tests.Compiling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace FlowSdk.Generators.Tests.Caching;

/// <summary>After an edit, the analyzer looks again only at what the edit may have changed, and at what is wrong.</summary>
public sealed class AnalyzerMemoryTests
{
    // Sum and its accessors have bodies of a generator; the field may have one, and so has each of the five methods.
    private const string All = "7 Body, 1 Constructed, 1 Declarations, 4 Effects, 4 Fields, 4 Graph, 1 Steps";

    private const string Flow = """
        public sealed partial class F : Flow
        {
            private int _kept = 1;
            [Artifact] public partial int Sum { get; set; }
            [Step] public Next Start() { Sum = Add(1); return To(Middle, Other); }
            [Step] public Next Middle() { Sum = Sum + 2; return To(End); }
            [Step] public Next Other() { var n = _kept; return To(End); }
            [Step] public void End(Inputs<F> inputs) { }
            private int Add(int more) { return more + _kept; }
            private static int See() { return 1; }
        }
        """;

    private const string Rest = "public static class Rest { public const int Size = 3; public static int Count() { return Size; } }";

    [Theory]
    [InlineData("Rest.cs", "return Size;", "return Size + 1;", "")]
    [InlineData("Flow.cs", "Sum + 2", "Sum + 3", "1 Body, 1 Effects, 1 Fields, 1 Graph")]
    [InlineData("Flow.cs", "return more", "return 2 * more", "1 Body, 1 Effects, 1 Fields")]
    [InlineData("Flow.cs", "_kept = 1", "_kept = 2", "1 Body")]
    [InlineData("Flow.cs", "[Step] public void End", "\n[Step] public void End", "")]
    [InlineData("Rest.cs", "Size = 3", "Size = 4", All)]
    [InlineData("Flow.cs", "int Sum", "long Sum", All)]
    public async Task An_edit_has_looked_at_again_what_it_may_have_changed(string file, string before, string after, string looked)
    {
        var session = new Session();
        (await session.FindAsync(Project(Flow))).ShouldBeEmpty();
        session.Looked().ShouldBe(All);
        await session.FindAsync(Edit(Project(Flow), file, before, after));
        session.Looked().ShouldBe(looked);
    }

    [Fact]
    public async Task All_is_looked_at_again_once_something_around_the_source_is_another()
    {
        var session = new Session();
        var project = Project(Flow);
        var file = project.SyntaxTrees.Single(t => t.FilePath == "Flow.cs");
        foreach (var other in new Compilation[]
        {
            project,
            project.WithOptions(project.Options.WithNullableContextOptions(NullableContextOptions.Annotations)),
            project.RemoveReferences(project.References.Last()),
            project.ReplaceSyntaxTree(file, file.WithFilePath("Moved.cs")),
        })
        {
            (await session.FindAsync(other)).ShouldBeEmpty();
            session.Looked().ShouldBe(All);
            await session.FindAsync(other);
            session.Looked().ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task What_is_wrong_is_found_again_where_it_stands_now()
    {
        var session = new Session();
        var wrong = Project(Flow.Replace("var n = _kept;", "var n = Console.ReadLine();", StringComparison.Ordinal));
        (await session.FindAsync(wrong)).ShouldBe(["FLOW0087 (6,41)"]);
        session.Looked();
        var moved = Edit(wrong, "Flow.cs", "[Step] public Next Other()", "\n[Step]  public Next Other()");
        (await session.FindAsync(moved)).ShouldBe(["FLOW0087 (7,38)"]);
        session.Looked().ShouldBe("1 Body, 1 Effects, 1 Fields, 1 Graph");
        await session.FindAsync(Edit(moved, "Flow.cs", "Sum + 2", "Sum + 3"));
        session.Looked().ShouldBe("2 Body, 1 Effects, 1 Fields, 1 Graph");
    }

    [Fact]
    public async Task What_depends_on_other_bodies_is_found_once_these_change()
    {
        var session = new Session();
        var unused = Project(Flow.Replace("return 1;", "return Console.Read();", StringComparison.Ordinal));
        (await session.FindAsync(unused)).ShouldBeEmpty();
        (await session.FindAsync(Edit(unused, "Flow.cs", "Sum + 2", "Sum + See()"))).ShouldBe(["FLOW0087 (9,38)"]);
        (await session.FindAsync(unused)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_several_ask_of_all_bodies_is_found_by_each_of_them()
    {
        // The first that asks has looked at all these bodies, the others at none.
        const string Wrong = """
            public sealed partial class F : Flow
            {
                [Step] public Next Start() { return To(Two); }
                [Step] public Next Middle() { return To(Three); }
                public Next Two() => To(End);
                public Next Three() => To(End);
                [Step] public void End() { Console.WriteLine(1); }
                private static void See() => Console.Read();
                private static void Hear() => Console.Read();
            }
            """;
        var session = new Session();
        (await session.FindAsync(Project(Wrong))).ShouldBe(["FLOW0015 (2,43)", "FLOW0015 (3,44)"]);
        (await session.FindAsync(Edit(Project(Wrong), "Flow.cs", "To(Three)", "To(End)"))).ShouldBe(["FLOW0015 (2,43)", "FLOW0014 (5,27)"]);
        (await session.FindAsync(Edit(Project(Wrong), "Flow.cs", "Console.WriteLine(1)", "Hear()"))).ShouldBe(["FLOW0015 (2,43)", "FLOW0015 (3,44)", "FLOW0087 (8,34)"]);
    }

    [Fact]
    public async Task Of_bodies_in_one_declaration_each_is_looked_at()
    {
        var session = new Session();
        (await session.FindAsync(Project("""
            public sealed partial class F : Flow
            {
                private int _one = 1, _other = Console.Read();
                private int Size { get { return _one; } set { _other = Console.Read(); } }
                [Step] public void Only() { }
            }
            """))).ShouldBe(["FLOW0087 (2,35)", "FLOW0087 (3,59)"]);
    }

    [Fact]
    public async Task A_field_that_gets_an_initializer_is_looked_at()
    {
        var session = new Session();
        var without = Project(Flow.Replace("_kept = 1", "_kept", StringComparison.Ordinal));
        (await session.FindAsync(without)).ShouldBeEmpty();
        (await session.FindAsync(Edit(without, "Flow.cs", "_kept;\n", "_kept = Console.Read();\n"))).ShouldBe(["FLOW0087 (2,24)"]);
    }

    [Fact]
    public async Task Artifacts_that_a_constructor_sets_no_longer_are_looked_for_in_all_steps()
    {
        var session = new Session();
        var right = Project("""
            public sealed partial class F : Flow
            {
                public F() { Sum = 1; }
                [Artifact] public partial int Sum { get; set; }
                [Step] public Next Start() { return To(End); }
                [Step] public void End() { Console.WriteLine(Sum); }
            }
            """);
        (await session.FindAsync(right)).ShouldBeEmpty();
        (await session.FindAsync(Edit(right, "Flow.cs", "Sum = 1;", ""))).ShouldBe(["FLOW0038 (5,49)"]);
    }

    [Fact]
    public async Task What_is_wrong_with_the_steps_of_a_base_is_heeded_after_an_edit()
    {
        var session = new Session();
        var wrong = Project("""
            public abstract partial class Base : Flow { [Step] public int Wrong() { return 1; } }
            public sealed partial class F : Base { [Step] public Next Start() { return To(End); } [Step] public void End() { } }
            """);
        (await session.FindAsync(wrong)).ShouldBe(["FLOW0011 (0,62)"]);
        (await session.FindAsync(Edit(wrong, "Flow.cs", "return 1;", "return 2;"))).ShouldBe(["FLOW0011 (0,62)"]);
    }

    [Fact]
    public async Task Bodies_that_another_generator_writes_are_looked_at()
    {
        var session = new Session();
        var right = Project("""
            public sealed partial class F : Flow
            {
                [Artifact] public partial int Sum { get; set; }
                [Step] public Next Start() { Fill(); return To(End); }
                [Step] public void End() { Console.WriteLine(Sum); }
                private partial void Fill();
            }
            """).AddSyntaxTrees(FlowCompiler.Parse("Fill.g.cs", "partial class F { private partial void Fill() { Sum = 1; } }"));
        (await session.FindAsync(right)).ShouldBeEmpty();
        (await session.FindAsync(Edit(right, "Fill.g.cs", "Sum = 1;", ""))).ShouldBe(["FLOW0038 (4,49)"]);
    }

    [Fact]
    public async Task What_a_class_gives_its_base_is_looked_at()
    {
        var session = new Session();
        var right = Project("""
            public abstract partial class Base(Func<int> give) : Flow { public int Given => give(); }
            public sealed partial class F() : Base(() => { return 1; })
            {
                [Step] public void Only() { }
            }
            """);
        (await session.FindAsync(right)).ShouldBeEmpty();
        (await session.FindAsync(Edit(right, "Flow.cs", "return 1;", "return Console.Read();"))).ShouldBe(["FLOW0087 (1,54)"]);
    }

    [Theory]
    [InlineData("// As it is.\n", "[Step] public void Only() {\n#if ASK\nConsole.Read();\n#endif\n}", "// As it is.", "#define ASK", "FLOW0087 (4,0)")]
    [InlineData("", "[Step] public Next Only() { throw new NotSupportedException(); } )", "} )", "}", "FLOW0028 (1,19)")]
    [InlineData("", "#error Half done.\n[Step] public Next Only() { throw new NotSupportedException(); }", "#error", "//", "FLOW0028 (2,19)")]
    [InlineData("", "private int _kept =\n#nullable disable\n1; [Artifact] public partial StepFailure Failure { get; set; } [Step, Catch(nameof(Failure))] public void Only() { }", "disable", "enable", "FLOW0072 (3,76)")]
    public async Task An_edit_beside_what_reads_the_same_may_make_it_another(string around, string members, string before, string after, string found)
    {
        var session = new Session();
        var right = Project($"{around}public sealed partial class F : Flow {{\n{members} }}");
        (await session.FindAsync(right)).ShouldBeEmpty();
        (await session.FindAsync(Edit(right, "Flow.cs", before, after))).ShouldBe([found]);
    }

    [Fact]
    public void What_is_read_of_two_states_of_a_project_at_once_is_kept_apart()
    {
        var memory = new ProjectMemory();
        var (one, other) = (Project(Flow), Edit(Project(Flow), "Rest.cs", "Size = 3", "Size = 4"));
        var (first, second) = (memory.Open(one, CancellationToken.None), memory.Open(other, CancellationToken.None));
        Read(first, one, 1).ShouldBe(1);
        Read(second, other, 2).ShouldBe(2);
        Read(first, one, 3).ShouldBe(3);

        static int Read(ProjectNotes project, Compilation compilation, int value) =>
            project.Read(compilation.SyntaxTrees.Last().GetRoot(), notes => notes.Of("Part", _ => value), CancellationToken.None);
    }

    [Fact]
    public async Task No_compilation_is_kept_alive()
    {
        var session = new Session();
        var first = await FirstAsync(session);
        (await session.FindAsync(Edit(Project(Flow), "Flow.cs", "Sum + 2", "Sum + 3"))).ShouldBeEmpty();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        first.TryGetTarget(out _).ShouldBeFalse();
        GC.KeepAlive(session);
    }

    // In a method of its own, so that no local of the test keeps what it made.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<WeakReference<Compilation>> FirstAsync(Session session)
    {
        var compilation = Project(Flow);
        await session.FindAsync(compilation);
        return new(compilation);
    }

    private static CSharpCompilation Project(string flow) => FlowCompiler.Create([("Flow.cs", flow), ("Rest.cs", Rest)]);

    private static Compilation Edit(Compilation compilation, string file, string before, string after)
    {
        var tree = compilation.SyntaxTrees.Single(t => t.FilePath == file);
        var text = tree.ToString();
        text.ShouldContain(before);
        return compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(SourceText.From(text.Replace(before, after, StringComparison.Ordinal))));
    }

    /// <summary>An editor that has been open for a while.</summary>
    private sealed class Session
    {
        private readonly List<string> _looked = [];
        private readonly FlowAnalyzer _analyzer;

        public Session() => _analyzer = new(notes => _looked.AddRange(notes.Anew));

        public async Task<string[]> FindAsync(Compilation compilation)
        {
            FlowCompiler.CreateDriver().RunGeneratorsAndUpdateCompilation(compilation, out var output, out _, TestContext.Current.CancellationToken);
            var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false);
            var found = await output.WithAnalyzers([_analyzer], options).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
            return [.. found.Where(d => d.Severity > DiagnosticSeverity.Info).Select(Describe)];
        }

        /// <summary>How many parts of each kind have been looked at since this was asked last.</summary>
        public string Looked()
        {
            var text = string.Join(", ", _looked.GroupBy(p => p.Split(' ')[0]).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Count()} {g.Key}"));
            _looked.Clear();
            return text;
        }

        private static string Describe(Diagnostic diagnostic)
        {
            var place = diagnostic.Location.GetLineSpan().StartLinePosition;
            return string.Create(CultureInfo.InvariantCulture, $"{diagnostic.Id} ({place.Line},{place.Character})");
        }
    }
}
