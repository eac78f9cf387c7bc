using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;

namespace FlowSdk.Serialization;

/// <summary>Text of people stays readable in JSON, emoji too: only what JSON itself demands is escaped, and control characters, which a terminal would obey.</summary>
internal sealed unsafe class ReadableEncoder : JavaScriptEncoder
{
    private static readonly SearchValues<char> _escaped = SearchValues.Create([.. Enumerable.Range(0, 0xA0).Select(static c => (char)c).Where(IsEscaped)]);
    private static readonly SearchValues<byte> _escapedBytes = SearchValues.Create([.. Enumerable.Range(0, 0x80).Where(static c => IsEscaped((char)c)).Select(static c => (byte)c)]);

    private ReadableEncoder()
    {
    }

    public static ReadableEncoder Instance { get; } = new();

    public override int MaxOutputCharactersPerInputCharacter => "\\u0000".Length;

    public override bool WillEncode(int unicodeScalar) => unicodeScalar < 0xA0 && IsEscaped((char)unicodeScalar);

    public override int FindFirstCharacterToEncode(char* text, int textLength)
    {
        var all = new ReadOnlySpan<char>(text, textLength);
        var end = all.IndexOfAny(_escaped);
        for (var from = 0; ; from += 2)
        {
            // Half of a pair cannot be written as UTF-8.
            var next = all[from..(end < 0 ? all.Length : end)].IndexOfAnyInRange('\uD800', '\uDFFF');
            if (next < 0)
            {
                return end;
            }

            from += next;
            if (from + 1 == all.Length || !char.IsSurrogatePair(all[from], all[from + 1]))
            {
                return from;
            }
        }
    }

    public override int FindFirstCharacterToEncodeUtf8(ReadOnlySpan<byte> utf8Text)
    {
        // Control characters past ASCII are two bytes, of which the first is 0xC2.
        var end = utf8Text.IndexOfAny(_escapedBytes);
        var plain = end < 0 ? utf8Text : utf8Text[..end];
        return Ascii.IsValid(plain) ? end : base.FindFirstCharacterToEncodeUtf8(utf8Text);
    }

    public override bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten)
    {
        var place = new Span<char>(buffer, bufferLength);
        return unicodeScalar switch
        {
            '"' => place.TryWrite($"\\\"", out numberOfCharactersWritten),
            '\\' => place.TryWrite($"\\\\", out numberOfCharactersWritten),
            '\n' => place.TryWrite($"\\n", out numberOfCharactersWritten),
            '\r' => place.TryWrite($"\\r", out numberOfCharactersWritten),
            '\t' => place.TryWrite($"\\t", out numberOfCharactersWritten),
            '\b' => place.TryWrite($"\\b", out numberOfCharactersWritten),
            '\f' => place.TryWrite($"\\f", out numberOfCharactersWritten),
            _ when !WillEncode(unicodeScalar) => place.TryWrite($"{new Rune(unicodeScalar)}", out numberOfCharactersWritten),
            _ => place.TryWrite($"\\u{unicodeScalar:X4}", out numberOfCharactersWritten),
        };
    }

    private static bool IsEscaped(char c) => c is '"' or '\\' || char.IsControl(c);
}
