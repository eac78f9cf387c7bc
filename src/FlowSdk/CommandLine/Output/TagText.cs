using System.Globalization;
using System.Text;

namespace FlowSdk.CommandLine;

/// <summary>Tags as a person sees them: they may hold anything, also what would begin a line or color a terminal.</summary>
internal static class TagText
{
    /// <summary>All of them on one line.</summary>
    public static string Of(IEnumerable<string> tags) => string.Join(", ", tags.Select(Of));

    /// <summary>The tag, with control characters and ends of lines as JSON writes them.</summary>
    public static string Of(string tag)
    {
        if (!tag.Any(IsHidden))
        {
            return tag;
        }

        var text = new StringBuilder();
        foreach (var c in tag)
        {
            _ = c switch
            {
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                _ when IsHidden(c) => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => text.Append(c),
            };
        }

        return text.ToString();
    }

    private static bool IsHidden(char c) => char.IsControl(c) || c is '\u2028' or '\u2029';
}
