namespace FlowSdk.CommandLine;

/// <summary>A plain table. A heading with <c>&gt;</c> before it has its column aligned to the right.</summary>
internal static class TextTable
{
    public static void Write(TextWriter output, IReadOnlyList<string> headings, IEnumerable<string[]> rows)
    {
        var body = rows.ToArray();
        var titles = headings.Select(h => h.TrimStart('>')).ToArray();
        var widths = titles.Select((t, c) => Math.Max(t.Length, body.Select(r => r[c].Length).DefaultIfEmpty(0).Max())).ToArray();
        foreach (var row in body.Prepend(titles))
        {
            var cells = row.Select((cell, c) => headings[c].StartsWith('>') ? cell.PadLeft(widths[c]) : cell.PadRight(widths[c]));
            output.WriteLine(string.Join("  ", cells).TrimEnd());
        }
    }
}
