using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using FlowSdk.Serialization;

namespace FlowSdk.Generated;

public ref partial struct MessagePackReader
{
    /// <summary>Reads text in place of a value of another type, if the reader is lenient and text is next.</summary>
    internal bool TryReadLenientText(out string text)
    {
        text = "";
        if (!IsLenient || PeekToken() != MessagePackToken.Text)
        {
            return false;
        }

        text = ReadText();
        return true;
    }

    /// <summary>Reads a value that stands as text, if the reader is lenient and text is next.</summary>
    internal bool TryReadLenient<T>(string expected, [MaybeNullWhen(false)] out T value)
        where T : IParsable<T>
    {
        var start = Position;
        if (!TryReadLenientText(out var text))
        {
            value = default;
            return false;
        }

        return T.TryParse(text, CultureInfo.InvariantCulture, out value) ? true : throw DecodingException.Mismatch(expected, $"\"{text}\"", start);
    }

    internal readonly bool IsNextSingle() => Peek() == 0xCA;

    /// <summary>Whether a number of a JSON text is next, as its digits.</summary>
    internal readonly bool IsNextJsonNumber()
    {
        var ahead = this;
        return ahead.TryReadExtension(ExtensionTypes.JsonNumber, out _);
    }

    /// <summary>Reads an extension whatever its type.</summary>
    internal (sbyte Type, byte[] Bytes) ReadAnyExtension(string expected)
    {
        var start = Position;
        if (PeekToken() != MessagePackToken.Extension)
        {
            throw DecodingException.Unexpected(expected, Peek(), start);
        }

        var (type, length) = ReadExtensionHeader();
        return (type, ReadExtensionBytes(length, start));
    }
}
