namespace FlowSdk.Runtime.Workers;

/// <summary>Cuts text in UTF-8.</summary>
internal static class Utf8Pieces
{
    /// <summary>How many of these bytes are whole characters: up to three at the end may begin one that goes on later.</summary>
    public static int WholeLength(ReadOnlySpan<byte> text)
    {
        for (var back = 1; back <= Math.Min(3, text.Length); back++)
        {
            var unit = text[^back];
            if (unit < 0x80)
            {
                break;
            }

            if (unit >= 0xC0)
            {
                var needed = unit >= 0xF0 ? 4 : unit >= 0xE0 ? 3 : 2;
                return needed > back ? text.Length - back : text.Length;
            }
        }

        return text.Length;
    }
}
