using System.Globalization;

namespace FlowSdk.CommandLine;

/// <summary>Lines of any length, as a report shows them.</summary>
internal static class ShortLine
{
    private const int MaxLength = 500;

    /// <summary>The line, or its beginning and the number of characters left out.</summary>
    public static string Of(string line)
    {
        if (line.Length <= MaxLength)
        {
            return line;
        }

        var length = char.IsHighSurrogate(line[MaxLength - 1]) ? MaxLength - 1 : MaxLength;
        return string.Create(CultureInfo.InvariantCulture, $"{line.AsSpan(0, length)}… ({line.Length - length} more characters)");
    }
}
