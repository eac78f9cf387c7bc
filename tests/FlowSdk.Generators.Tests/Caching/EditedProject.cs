using System.Runtime.InteropServices;
using FlowSdk.Generators.Tests.Compiling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace FlowSdk.Generators.Tests.Caching;

/// <summary>A project with several flows that is edited as people do, by a seed: they type, rename, move, delete, undo, and have half-typed code in between.</summary>
internal sealed class EditedProject
{
    private static readonly (string Path, string Text)[] _files =
    [
        ("Base.cs", """
            public abstract partial class Base : Flow
            {
                [Parameter] public int Size { get; init; } = 3;
                [Artifact] public partial string? Text { get; set; }
                /// <summary>Starts.</summary>
                [Step] public virtual Next Start() { Note(); return To(End); }
                protected void Note() { Text = "noted"; Count(); }
                protected int Count() => Size + (Text is null ? 0 : 1);
                [Step] public virtual void End() { }
            }
            """),
        ("Flow.cs", """
            using Pair = System.Collections.Generic.KeyValuePair<string, int>;
            public sealed partial class F : Base
            {
                private int _calls = 0;
                [Artifact] public partial Row Row { get; set; }
                [Step] public override Next Start() { Row = new(Names.Size); Note(); return ForEach(Pairs(), Each); }
                private List<Pair> Pairs() { _calls++; return [new("a", _calls)]; }
            }
            """),
        ("Flow.Rest.cs", """
            public sealed partial class F
            {
                [Artifact] public partial int Sum { get; set; }
                [Step] public Next Each(KeyValuePair<string, int> pair) { Add(pair.Value); return To(Join); void Add(int n) { Sum = n; } }
                [Step] public Next Join(Inputs<F> inputs) { Sum = inputs.Sum(i => i.Sum); Merge(inputs, exclude: [nameof(Sum)]); return To(End); }
                public override void End() => Logger.LogInformation("{Row} {Sum}", Row, Total);
                private int Total { get { return Sum + Row.Twice; } }
            }
            """),
        ("Types.cs", """
            #nullable enable
            public sealed record Row(int Size) { public int Twice { get { return Size * 2; } } public string? Label { get; init; } }
            public static class Names { public const int Size = 3; public const string Label = "row"; private static int _count = 1; public static int Count() => _count; }
            """),
        ("Other.cs", """
            namespace Others
            {
                using System.Text;
                public partial class f : Base { public override Next Start() => Size > 1 ? base.Start() : To(End); }
                public partial class Outer
                {
                    public sealed partial class G : Flow
                    {
                        [Artifact] public partial List<Row> Rows { get; set; }
                        [Artifact] public partial StepFailure? Error { get; set; }
                        [Step, Catch(nameof(Error)), Retry(Times = 2)] public async Task<Next> Begin() { Rows = await LoadAsync(); return To(Left, Right); }
                        [Step] public Next Left() { var size = () => Rows.Count; return size() > 0 ? To(Meet) : To(Meet); }
                        [Step] public Next Right() { Rows.Add(new(Names.Count())); return To(Meet); }
                        [Step] public Next Meet(Inputs<G> inputs) { Merge(inputs, include: [nameof(Rows)]); return To(Last); }
                        [Step] public void Last() => Show(new StringBuilder());
                        private async Task<List<Row>> LoadAsync() { await Task.Yield(); return Error is null ? [] : [new(1)]; }
                        private void Show(StringBuilder text) => text.Append(Rows.Count);
                    }
                }
            }
            """),
        ("Mistakes.cs", """
            public sealed partial class H : Flow
            {
                private static int _seen = 1;
                private int _kept;
                public H() { Began = 1; }
                [Artifact] public partial int Began { get; set; }
                [Artifact] public partial int Made { get; set; }
                [Artifact] public partial int Used { get; set; }
                [Step] public Next First() { Make(); _kept = 2; See(); return To(Second); }
                [Step] public Next Second() { Use(); return Choose(); }
                private Next Choose() => To(Third);
                [Step] public void Third() { Used = Made + Began; }
                private void Make() => Made = 1;
                private void Use() { Used = Made + _kept; }
                private static void See() { _seen++; Console.ReadLine(); }
                private static int Hidden { get { _seen++; return 1; } }
            }
            """),
        ("Reading.cs", """
            public static class Reading
            {
                public static async Task<Row> OneAsync(TaskRun task) { var name = "Row"; return await task.ReadAsync<Row>(name); }
                public static async Task<object> OtherAsync(TaskRun task) => await task.ReadAsync<List<Row>>("Rows");
            }
            """),
    ];

    private static readonly (string One, string Other)[] _exchanges =
    [
        ("Note();", ""), ("Note();", "Row = new(4);"), ("new(Names.Size)", "new(Size + 1)"), ("ForEach(Pairs(), Each)", "ForEach(new[] { 1 }, Each)"), ("ForEach(Pairs(), Each)", "To(End)"),
        ("Text = \"noted\";", "Text = null;"), ("Text = \"noted\";", ""), ("Size * 2", "field * 2"), ("Size = 3;", "Size = 4;"), ("int Size)", "long Size)"), ("[Retry(Times = 2)]", "[Retry(Times = 3)]"), ("Retry(Times = 2)", "Timeout(Minutes = 2)"),
        ("exclude: [nameof(Sum)]", "exclude: [\"Sum\"]"), ("partial int Sum", "partial long Sum"), ("partial int Sum", "partial int? Sum"), ("KeyValuePair<string, int>;", "KeyValuePair<string, long>;"), ("using System.Text;", ""),
        ("Starts.", "Begins."), ("private int _calls = 0;", "private int _calls = 1;"), ("#nullable enable", "#nullable disable"), ("ReadAsync<Row>", "ReadAsync<Row[]>"), ("var name = \"Row\";", "var name = \"Text\";"), ("sealed partial class F : Base", "sealed class F : Base"),
        ("sealed partial class F : Base", "partial class F : Base, IDisposable"), ("public partial class f : Base", "public abstract partial class f : Base"), ("return Sum + Row.Twice;", "return Sum;"), ("string? Label", "string Label"), ("[Step] public Next Left", "public Next Left"),
        ("Made = 1;", "Used = 1;"), ("Began = 1;", ""), ("See();", ""), ("_seen++;", ""), ("_kept = 2;", "_kept++;"), ("return Choose();", "return To(Third);"), ("return To(Second);", "return To(Third);"), ("Console.ReadLine();", ""),
        ("Made + _kept", "Made + Hidden"), ("private int _kept;", "private int _kept = See2();"), ("=> To(Third);", "=> To(First);"), ("=> Made = 1;", "=> Made = Used;"), ("Make();", "Task.Run(() => Made = 1);"), ("{ Use();", "{ Merge(null!); Use();"), ("[Step] public void Third", "public void Third"),
        ("int Size { get; init; }", "int Length { get; init; }"), ("Size = 3;\n", "Size = 3; // how many\n"), ("class Outer", "struct Outer"), ("namespace Others", "namespace Elsewhere"), ("List<Row> Rows", "Row[] Rows"), ("Rows.Count;", "Rows.Count + 1;"), ("Error is null ? [] : ", ""),
    ];

    private static readonly string[] _pieces =
        ["", "field", "3", "Size", "Text", "Row", ";", "{", "}", "(", ")", "int", "long", "[Step]", "[Artifact]", "public", "partial", "/* note */", "#nullable disable\n", "?", "Note();", "return To(End);", "\n", "\"text\"", "=>", "=", ","];

    private static readonly Compilation _empty = FlowCompiler.Create([]);

    private readonly Random _random;
    private readonly List<SyntaxTree> _trees = [.. _files.Select(f => FlowCompiler.Parse(f.Path, f.Text))];
    private int _inserted;

    public EditedProject(int seed) => _random = new(seed);

    public Compilation Compilation => _empty.AddSyntaxTrees(_trees);

    /// <summary>Edits once.</summary>
    /// <returns>What was done.</returns>
    public string Edit() => _random.Next(20) switch
    {
        < 7 => Exchange(),
        < 11 => Type(),
        11 => Delete(),
        < 14 => AddAgain(),
        14 => Move(),
        15 => Rename(),
        16 => Reorder(),
        17 => Insert(),
        _ => Undo(),
    };

    private string Exchange()
    {
        var found = _exchanges.SelectMany(e => new (string One, string Other)[] { e, (e.Other, e.One) }).Where(e => e.One.Length > 2 && _trees.Any(t => t.ToString().Contains(e.One, StringComparison.Ordinal))).ToArray();
        if (found.Length == 0)
        {
            return Undo();
        }

        var (before, after) = found[_random.Next(found.Length)];
        var tree = _trees.First(t => t.ToString().Contains(before, StringComparison.Ordinal));
        Change(tree, new TextChange(new(tree.ToString().IndexOf(before, StringComparison.Ordinal), before.Length), after));
        return $"'{before}' becomes '{after}' in {tree.FilePath}";
    }

    private string Type()
    {
        var tree = Any(_trees);
        if (tree is null)
        {
            return Undo();
        }

        var token = Any(tree.GetRoot().DescendantTokens().ToArray());

        var change = new TextChange(_random.Next(2) == 0 ? token.Span : new(token.SpanStart, 0), Any(_pieces)!);
        Change(tree, change);
        return $"{change} in {tree.FilePath}";
    }

    private string Delete()
    {
        var tree = Any(_trees);
        return tree is not null && _trees.Remove(tree) ? $"{tree.FilePath} is deleted" : Undo();
    }

    private string AddAgain()
    {
        var missing = _files.Where(f => _trees.All(t => t.FilePath != f.Path)).ToArray();
        if (missing.Length == 0)
        {
            return Exchange();
        }

        var (path, text) = Any(missing);
        _trees.Add(FlowCompiler.Parse(path, text));
        return $"{path} is there again";
    }

    private string Move()
    {
        var from = Any(_trees);
        var to = Any(_trees);
        var member = from is null ? null : Any(from.GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>().SelectMany(c => c.Members).Where(m => m is not ClassDeclarationSyntax).ToArray());
        var place = to?.GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>().FirstOrDefault();
        if (member is null || place is null || from == to)
        {
            return Type();
        }

        var text = member.ToString();
        Change(from!, new TextChange(member.FullSpan, ""));
        Change(to!, new TextChange(new(place.OpenBraceToken.Span.End, 0), $" {text} "));
        return $"'{text}' moves from {from!.FilePath} to {to!.FilePath}";
    }

    private string Rename()
    {
        var name = Any(["Row", "Sum", "Each", "Join", "End", "Note", "Text", "Start", "Rows", "Base", "F"])!;
        foreach (var tree in _trees.ToArray())
        {
            var changes = tree.GetRoot().DescendantTokens().Where(t => t.ValueText == name).Select(t => new TextChange(t.Span, name + "2")).ToArray();
            Change(tree, changes);
        }

        return $"{name} becomes {name}2";
    }

    private string Reorder()
    {
        _random.Shuffle(CollectionsMarshal.AsSpan(_trees));
        return "files come in another order";
    }

    private string Insert()
    {
        var name = $"New{_inserted++}";
        _trees.Insert(_random.Next(_trees.Count + 1), FlowCompiler.Parse($"{name}.cs", $"public sealed partial class {name} : Flow {{ [Step] public void Only() {{ }} }}"));
        return "a file is inserted";
    }

    /// <summary>Back to a project that compiles: what is broken for long has no flows.</summary>
    private string Undo()
    {
        _trees.RemoveAll(t => Array.TrueForAll(_files, f => f.Path != t.FilePath));
        foreach (var (path, text) in _files)
        {
            if (_trees.Find(t => t.FilePath == path) is not { } tree)
            {
                _trees.Add(FlowCompiler.Parse(path, text));
            }
            else if (tree.ToString() != text)
            {
                _trees[_trees.IndexOf(tree)] = tree.WithChangedText(SourceText.From(text));
            }
        }

        return "all is undone";
    }

    private void Change(SyntaxTree tree, params TextChange[] changes) => _trees[_trees.IndexOf(tree)] = tree.WithChangedText(tree.GetText().WithChanges(changes));

    private T? Any<T>(IReadOnlyList<T> items) => items.Count == 0 ? default : items[_random.Next(items.Count)];
}
