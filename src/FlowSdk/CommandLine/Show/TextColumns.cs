namespace FlowSdk.CommandLine;

/// <summary>Rows of cells as lines of text.</summary>
internal static class TextColumns
{
    /// <summary>Pads cells so that columns stand below each other; an empty column is left out.</summary>
    public static IEnumerable<string> Align(string[][] rows)
    {
        var widths = Enumerable.Range(0, rows.Length == 0 ? 0 : rows[0].Length).Select(c => rows.Max(r => r[c].Length)).ToArray();
        return rows.Select(row => string.Join("  ", row.Select((cell, c) => cell.PadRight(widths[c])).Where((_, c) => widths[c] > 0)).TrimEnd());
    }
}
