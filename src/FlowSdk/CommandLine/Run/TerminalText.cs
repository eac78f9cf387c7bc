using System.Text;
using System.Text.RegularExpressions;
using Spectre.Console;

namespace FlowSdk.CommandLine;

/// <summary>Text of steps on a terminal that also shows a table.</summary>
internal static partial class TerminalText
{
    /// <summary>Takes out what would move the cursor, colors included: the table stands below.</summary>
    public static string Clean(string line)
    {
        if (!line.AsSpan().ContainsAnyInRange('\0', '\x1f') && !line.Contains('\x7f', StringComparison.Ordinal))
        {
            return line;
        }

        // What overwrites its own line, as progress bars do, has its last state shown.
        var visible = line[(line.TrimEnd('\r').LastIndexOf('\r') + 1)..].TrimEnd('\r');
        var text = new StringBuilder();
        foreach (var c in EscapeSequence().Replace(visible, ""))
        {
            _ = c == '\t' ? text.Append("    ") : char.IsControl(c) ? text : text.Append(c);
        }

        return text.ToString();
    }

    public static Paragraph AppendLines(this Paragraph paragraph, IReadOnlyList<(string Prefix, string Line, string Style)> lines)
    {
        foreach (var (prefix, line, style) in lines)
        {
            if (prefix.Length > 0)
            {
                paragraph.Append(prefix, new Style(decoration: Decoration.Dim));
            }

            paragraph.Append($"{line}\n", Style.Parse(style));
        }

        return paragraph;
    }

    [GeneratedRegex(@"\x1b(\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(\x07|\x1b\\)|[@-Z\\-_])")]
    private static partial Regex EscapeSequence();
}
