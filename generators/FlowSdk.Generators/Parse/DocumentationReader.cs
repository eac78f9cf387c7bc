using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace FlowSdk.Generators.Parse;

/// <summary>Reads summaries of XML documentation.</summary>
/// <remarks>In a build without a documentation file the compiler takes it for ordinary comments, so the text itself is read.</remarks>
internal static class DocumentationReader
{
    /// <summary>The summary of the first part that has one, as one line; else empty.</summary>
    public static string Summary(ISymbol symbol, CancellationToken cancellation) => symbol.DeclaringSyntaxReferences
        .Select(r => Summary(r.GetSyntax(cancellation).GetLeadingTrivia().ToFullString()))
        .FirstOrDefault(s => s.Length > 0) ?? "";

    private static string Summary(string trivia)
    {
        var lines = trivia.Split('\n').Select(l => l.Trim()).Where(l => l.StartsWith("///", StringComparison.Ordinal)).Select(l => l.Substring(3));
        var text = string.Join("\n", lines);
        if (text.Length == 0 && trivia.IndexOf("/**", StringComparison.Ordinal) is >= 0 and var start)
        {
            text = string.Join("\n", trivia.Substring(start).Split('\n').Select(l => l.Trim().TrimStart('/', '*').TrimEnd('/', '*')));
        }

        return text.IndexOf("<summary", StringComparison.Ordinal) < 0 ? "" : OneLine(SummaryText(text));
    }

    private static string SummaryText(string text)
    {
        try
        {
            return XElement.Parse($"<doc>{text}</doc>", LoadOptions.PreserveWhitespace).Element("summary") is { } summary ? Plain(summary) : "";
        }
        catch (XmlException)
        {
            // Broken XML is the compiler's business; its words still help whoever reads them.
            var start = text.IndexOf('>', text.IndexOf("<summary", StringComparison.Ordinal)) + 1;
            var end = text.IndexOf("</summary", start, StringComparison.Ordinal);
            return Regex.Replace(end < 0 ? text.Substring(start) : text.Substring(start, end - start), "<[^>]*>", "");
        }
    }

    private static string Plain(XElement element) => string.Concat(element.Nodes().Select(n => n switch
    {
        XText text => text.Value,
        XElement { IsEmpty: true } reference => Reference(reference),
        XElement inner => Plain(inner),
        _ => "",
    }));

    private static string Reference(XElement element)
    {
        var name = element.Attribute("cref") ?? element.Attribute("name") ?? element.Attribute("langword") ?? element.Attribute("href");
        return name is null ? " " : name.Name == "cref" ? name.Value.Substring(name.Value.LastIndexOf('.') + 1) : name.Value;
    }

    private static string OneLine(string text) => Regex.Replace(text, @"\s+", " ").Trim();
}
