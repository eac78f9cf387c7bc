using System.Buffers;
using System.Text;
using System.Text.Json;
using FlowSdk.Generated;

namespace FlowSdk.Serialization;

/// <summary>Writes text and bytes to JSON piece by piece, so that those of any length need little memory, and may be longer than the writer takes as one.</summary>
internal static class JsonLongValues
{
    /// <summary>How much is written as one.</summary>
    public const int PieceLength = 16 * 1024;

    private static readonly UTF8Encoding _strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static void WriteBytes(Utf8JsonWriter json, ReadOnlySequence<byte> bytes)
    {
        if (bytes.IsSingleSegment && bytes.Length <= PieceLength)
        {
            json.WriteBase64StringValue(bytes.FirstSpan);
            return;
        }

        foreach (var part in bytes)
        {
            for (var rest = part.Span; rest.Length > 0; rest = rest[Math.Min(PieceLength, rest.Length)..])
            {
                json.WriteBase64StringSegment(rest[..Math.Min(PieceLength, rest.Length)], isFinalSegment: false);
            }
        }

        json.WriteBase64StringSegment([], isFinalSegment: true);
    }

    public static void WriteText(Utf8JsonWriter json, ReadOnlySpan<char> text)
    {
        for (; text.Length > PieceLength; text = text[PieceLength..])
        {
            json.WriteStringValueSegment(text[..PieceLength], isFinalSegment: false);
        }

        json.WriteStringValueSegment(text, isFinalSegment: true);
    }

    /// <summary>Writes text that is no extension.</summary>
    public static void WriteText(Utf8JsonWriter json, ref MessagePackReader reader)
    {
        var start = reader.Position;
        var text = reader.ReadTextSequence();
        try
        {
            if (text.Length <= PieceLength)
            {
                json.WriteStringValue(_strict.GetString(text));
            }
            else
            {
                WritePieces(json, text);
            }
        }
        catch (DecoderFallbackException e)
        {
            throw new DecodingException(FlowErrors.ArtifactDamaged, "the text is not UTF-8", start, e);
        }
    }

    private static void WritePieces(Utf8JsonWriter json, ReadOnlySequence<byte> text)
    {
        var decoder = _strict.GetDecoder();
        var chars = new char[_strict.GetMaxCharCount(PieceLength)];
        foreach (var part in text)
        {
            for (var rest = part.Span; rest.Length > 0; rest = rest[Math.Min(PieceLength, rest.Length)..])
            {
                var count = decoder.GetChars(rest[..Math.Min(PieceLength, rest.Length)], chars, flush: false);
                json.WriteStringValueSegment(chars.AsSpan(0, count), isFinalSegment: false);
            }
        }

        // Fails if the last character is cut off.
        decoder.GetChars([], chars, flush: true);
        json.WriteStringValueSegment(ReadOnlySpan<char>.Empty, isFinalSegment: true);
    }
}
