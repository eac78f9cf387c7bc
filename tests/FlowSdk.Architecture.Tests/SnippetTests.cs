using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowSdk.Architecture.Tests;

/// <summary>
/// C# in the pages comes from files that are built and run. Before such a block stands <c>&lt;!-- snippet: FILE --&gt;</c>, or
/// <c>&lt;!-- snippet: FILE#Member,Member --&gt;</c> for some declarations of it. A block that is not meant to compile has
/// <c>&lt;!-- not compiled: why --&gt;</c> before it.
/// </summary>
public sealed partial class SnippetTests
{
    // The pages of diagnostics show mistakes; the tests of the generator compile those.
    public static TheoryData<string> Pages { get; } =
    [
        "README.md",
        "CONTRIBUTING.md",
        "src/FlowSdk.Testing/README.md",
        .. Repository.Files("docs", ".md").Where(page => !page.StartsWith("docs/diagnostics/", StringComparison.Ordinal)),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Code_in_pages_is_that_of_files_that_are_built(string page)
    {
        var text = Repository.Read(page);
        var expected = Snippet().Replace(text, block => $"<!-- snippet: {block.Groups["source"].Value} -->\n```csharp\n{Source(block.Groups["source"].Value)}\n```\n");
        expected.ShouldBeThatOf(page);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_block_of_code_says_where_it_comes_from(string page)
    {
        var text = Repository.Read(page);

        CodeBlock().Count(text).ShouldBe(MarkedBlock().Count(text));
    }

    private static string Source(string source)
    {
        var (file, members) = source.Split('#') is [var path, var names] ? (path, names.Split(',')) : (source, []);
        var text = Repository.Read(file).TrimEnd();
        if (members.Length == 0)
        {
            return text;
        }

        var root = CSharpSyntaxTree.ParseText(text).GetRoot();
        return string.Join("\n\n", members.Select(name => Declaration(root.DescendantNodes().OfType<MemberDeclarationSyntax>()
            .FirstOrDefault(member => NameOf(member) == name) ?? throw new InvalidOperationException($"{file} declares no {name}."))));
    }

    private static string? NameOf(MemberDeclarationSyntax member) => member switch
    {
        BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        _ => null,
    };

    private static string Declaration(MemberDeclarationSyntax member)
    {
        var lines = member.ToFullString().Trim('\n').TrimEnd().Split('\n');
        var indent = lines.Where(line => line.Length > 0).Min(line => line.Length - line.TrimStart().Length);
        var text = new StringBuilder();
        return text.AppendJoin('\n', lines.Select(line => line.Length == 0 ? line : line[indent..])).ToString();
    }

    [GeneratedRegex(@"<!-- snippet: (?<source>\S+) -->\n```csharp\n(.*?\n)??```\n", RegexOptions.Singleline)]
    private static partial Regex Snippet();

    [GeneratedRegex("^```csharp$", RegexOptions.Multiline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"^<!-- (snippet: \S+|not compiled: .+) -->\n```csharp$", RegexOptions.Multiline)]
    private static partial Regex MarkedBlock();
}
