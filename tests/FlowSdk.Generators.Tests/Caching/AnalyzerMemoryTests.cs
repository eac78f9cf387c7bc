using System.Globalization;
using System.Runtime.CompilerServices;
using FlowSdk.Generators.Diagnostics;
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
