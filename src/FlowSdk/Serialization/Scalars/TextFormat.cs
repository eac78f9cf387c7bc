using FlowSdk.Generated;

namespace FlowSdk.Serialization;

/// <summary>Identifiers and what is text at heart.</summary>
internal static class TextFormat
{
    public static char ReadChar(ref MessagePackReader reader)
    {
        var start = reader.Position;
        if (reader.IsLenient && reader.PeekToken() == MessagePackToken.Text)
        {
            var text = reader.ReadText();
            return text.Length == 1 ? text[0] : throw DecodingException.Mismatch("one character", $"\"{text}\"", start);
        }

        return (char)reader.ReadUInt16();
    }

    public static void WriteGuid(ref MessagePackWriter writer, Guid value)
    {
        Span<byte> bytes = stackalloc byte[16];
        value.TryWriteBytes(bytes, bigEndian: true, out _);
        writer.WriteExtension(ExtensionTypes.Guid, bytes);
    }

    public static Guid ReadGuid(ref MessagePackReader reader)
    {
        if (reader.TryReadLenient<Guid>("a Guid", out var value))
        {
            return value;
        }

        Span<byte> bytes = stackalloc byte[16];
        reader.ReadExtension(ExtensionTypes.Guid, "a Guid", bytes);
        return new(bytes, bigEndian: true);
    }

    /// <summary>An absolute address as text; a relative one as an array of its text, since some texts are both.</summary>
    public static void WriteUri(ref MessagePackWriter writer, Uri? value)
    {
        if (value is null)
        {
            writer.WriteNil();
        }
        else if (value.IsAbsoluteUri)
        {
            // A path of this machine alone is no absolute address on another.
            writer.WriteString(value.OriginalString.StartsWith('/') ? value.AbsoluteUri : value.OriginalString);
        }
        else
        {
            writer.WriteArrayHeader(1);
            writer.WriteString(value.OriginalString);
        }
    }

    public static Uri? ReadUri(ref MessagePackReader reader)
    {
        if (reader.TryReadNil())
        {
            return null;
        }

        var start = reader.Position;
        var kind = reader.IsLenient ? UriKind.RelativeOrAbsolute : UriKind.Absolute;
        if (reader.PeekToken() == MessagePackToken.Array)
        {
            kind = reader.ReadArrayHeader() == 1 ? UriKind.Relative : throw DecodingException.Mismatch("a relative address", "an array", start);
        }

        var text = reader.ReadText();
        return Uri.TryCreate(text, kind, out var value) ? value : throw DecodingException.Mismatch("an address", $"\"{text}\"", start);
    }

    public static void WriteVersion(ref MessagePackWriter writer, Version? value) => writer.WriteString(value?.ToString());

    public static Version? ReadVersion(ref MessagePackReader reader)
    {
        if (reader.TryReadNil())
        {
            return null;
        }

        var start = reader.Position;
        var text = reader.ReadText();
        return Version.TryParse(text, out var value) ? value : throw DecodingException.Mismatch("a version such as 1.2.3", $"\"{text}\"", start);
    }
}
