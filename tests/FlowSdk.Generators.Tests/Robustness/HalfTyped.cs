using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FlowSdk.Generators.Tests.Robustness;

/// <summary>Code as it stands while someone types: whole files with a few tokens gone, doubled or swapped, by a seed.</summary>
internal static class HalfTyped
{
    private static readonly string _root = FindRoot(AppContext.BaseDirectory);

    /// <summary>The flows of the repository: examples and those that the tests run.</summary>
    private static readonly string[] _sources =
        [.. new[] { "examples", "tests/FlowSdk.Flows" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(_root, folder), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal)
            .Select(File.ReadAllText)
            .Where(text => text.Contains(": Flow", StringComparison.Ordinal))];

    public static string Of(int seed)
    {
        var random = new Random(seed);
        var text = _sources[random.Next(_sources.Length)];
        for (var changes = random.Next(1, 6); changes > 0; changes--)
        {
            text = Change(text, random);
        }

        return text;
    }

    private static string Change(string text, Random random)
    {
        var tokens = CSharpSyntaxTree.ParseText(text).GetRoot().DescendantTokens().Where(t => t.Span.Length > 0).ToArray();
        if (tokens.Length < 2)
        {
            return text;
        }

        var at = random.Next(tokens.Length - 1);
        var (one, next) = (tokens[at].Span, tokens[at + 1].Span);
        return random.Next(5) switch
        {
            0 => text.Insert(one.End, $" {tokens[at].Text}"),
            1 => $"{text[..one.Start]}{tokens[at + 1].Text} {tokens[at].Text}{text[next.End..]}",
            2 => text[..one.End],
            _ => text.Remove(one.Start, one.Length),
        };
    }

    private static string FindRoot(string folder) => File.Exists(Path.Combine(folder, "FlowSdk.sln")) ? folder : FindRoot(Path.GetDirectoryName(folder)!);
}
