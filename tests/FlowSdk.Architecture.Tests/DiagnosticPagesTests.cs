using System.Text.RegularExpressions;

namespace FlowSdk.Architecture.Tests;

public sealed partial class DiagnosticPagesTests
{
    private const string Folder = "docs/diagnostics";

    [Fact]
    public void Every_diagnostic_has_a_page_and_every_page_a_diagnostic()
    {
        var ids = Repository.Files("src", ".cs").Concat(Repository.Files("generators", ".cs"))
            .SelectMany(file => QuotedId().Matches(Repository.Read(file)), (_, match) => match.Groups[1].Value);

        var known = ids.ToHashSet();
        known.Except(Pages()).ShouldBeEmpty("ids without a page");
        Pages().Except(known).ShouldBeEmpty("pages without an id");
    }

    [Fact]
    public void Every_page_begins_with_its_id_and_title() =>
        Pages().Where(id => !Title().IsMatch(Repository.Read($"{Folder}/{id}.md").Split('\n')[0])).ShouldBeEmpty();

    [Fact]
    public void The_index_lists_every_page()
    {
        var index = $"{Folder}/README.md";
        var list = string.Concat(Pages().Select(id => $"- [{id}]({id}.md){TitleOf(id)}\n"));
        var text = Repository.Read(index);
        var expected = text[..(text.IndexOf("<!-- pages -->\n", StringComparison.Ordinal) + "<!-- pages -->\n".Length)] + list;
        expected.ShouldBeThatOf(index);
    }

    private static string TitleOf(string id) => Repository.Read($"{Folder}/{id}.md").Split('\n')[0][$"# {id}".Length..];

    private static string[] Pages() =>
        [.. Repository.Files(Folder, ".md").Select(file => Path.GetFileNameWithoutExtension(file)).Where(name => name.StartsWith("FLOW", StringComparison.Ordinal))];

    [GeneratedRegex("\"(FLOW[0-9]{4})\"")]
    private static partial Regex QuotedId();

    [GeneratedRegex("^# FLOW[0-9]{4}: .+")]
    private static partial Regex Title();
}
