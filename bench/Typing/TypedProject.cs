using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace FlowSdk.Bench.Typing;

/// <summary>A project as large as real ones: one flow of many steps, and many files that have nothing to do with it.</summary>
internal sealed class TypedProject
{
    public const string Flow = "Flow.cs";
    public const string Other = "Other7.cs";

    /// <summary>What is typed over: every file has it once.</summary>
    private const string Edited = "12345";

    /// <summary>What the analyzers are to find, lest it be measured how quick they are when they do nothing.</summary>
    private const string Mistake = "Task.Delay(rows.Count, cancellation).Wait();";

    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using FlowSdk;
        global using Microsoft.Extensions.Logging;
        """;

    public static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Preview);

    public TypedProject(int steps, int files)
    {
        var trees = Enumerable.Range(0, files - 1).Select(i => Parse($"Other{i}.cs", OtherFile(i))).Prepend(Parse(Flow, FlowFile(steps))).Append(Parse("Usings.cs", Usings));
        Compilation = CSharpCompilation.Create("Typed", trees, References(), new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
    }

    public CSharpCompilation Compilation { get; private set; }

    /// <summary>Types another number into the body of a method.</summary>
    /// <returns>The tree that is new.</returns>
    public SyntaxTree Type(string file, int number)
    {
        var tree = Compilation.SyntaxTrees.First(t => t.FilePath == file);
        var text = tree.GetText();
        var place = new TextSpan(text.ToString().IndexOf(Edited[..1] + "23", StringComparison.Ordinal), Edited.Length);
        var edited = tree.WithChangedText(text.WithChanges(new TextChange(place, $"123{(number % 100).ToString("00", CultureInfo.InvariantCulture)}")));
        Compilation = Compilation.ReplaceSyntaxTree(tree, edited);
        return edited;
    }

    private static SyntaxTree Parse(string path, string text) => CSharpSyntaxTree.ParseText(text, ParseOptions, path, Encoding.UTF8);

    private static IEnumerable<MetadataReference> References() => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(p => Path.GetFileName(p) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal) || name is "FlowSdk.dll"))
        .Select(p => MetadataReference.CreateFromFile(p));

    // A chain of steps with bodies of a usual length, each of which sets an artifact and reads those before it.
    private static string FlowFile(int steps)
    {
        var text = new StringBuilder("public sealed partial class TypedFlow : Flow\n{\n    [Parameter] public int Rounds { get; init; } = 3;\n");
        for (var i = 0; i < steps - 1; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"    [Artifact] public partial List<Row{i % 5}> Rows{i} {{ get; set; }}\n");
        }

        for (var i = 0; i < steps - 1; i++)
        {
            var before = i == 0 ? "new List<int> { 1, 2, 3 }.Select(n => new Row4(n, []))" : $"Rows{i - 1}";
            text.Append(CultureInfo.InvariantCulture, $$"""

                    [Step]
                    public async Task<Next> Step{{i}}(CancellationToken cancellation)
                    {
                        var rows = new List<Row{{i % 5}}>();
                        foreach (var row in {{before}})
                        {
                            var scores = row.Scores.Where(s => s.Value > {{(i == 0 ? Edited : "0")}}).OrderBy(s => s.Key).ToDictionary(s => s.Key, s => s.Value * Rounds);
                            if (scores.Count == 0 && row.Number % 2 == 0)
                            {
                                Logger.LogInformation("{Number} has no scores", row.Number);
                            }

                            rows.Add(new(row.Number + 1, scores));
                        }

                        {{(i == 0 ? Mistake : "await Task.Delay(rows.Count, cancellation);")}}
                        Rows{{i}} = [.. rows.Where(r => r.Number > 0)];
                        return To(Step{{i + 1}});
                    }

                """);
        }

        text.Append(CultureInfo.InvariantCulture, $"\n    [Step] public void Step{steps - 1}() => Logger.LogInformation(\"{{Count}}\", Rows{steps - 2}.Count);\n}}\n\n");
        return text.AppendJoin('\n', Enumerable.Range(0, 5).Select(i => $"public sealed record Row{i}(int Number, Dictionary<string, double> Scores);")).ToString();
    }

    private static string OtherFile(int i)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"namespace Others;\n\npublic {(i % 3 == 0 ? "partial " : "")}class Other{i} : {(i % 2 == 0 ? "IDisposable" : "object")}\n{{\n    public void Dispose() {{ }}\n");
        for (var method = 0; method < 10; method++)
        {
            text.Append(CultureInfo.InvariantCulture, $$"""
                    public int Method{{method}}(IEnumerable<string> words)
                    {
                        var lengths = words.Where(w => w.Length > {{(method == 0 ? Edited : "1")}}).GroupBy(w => w.Length).ToDictionary(g => g.Key, g => g.Count());
                        Console.WriteLine(string.Join(", ", lengths.Keys));
                        return lengths.Values.Sum() + Method{{(method + 1) % 10}}([]);
                    }

                """);
        }

        return text.Append("}\n").ToString();
    }
}
