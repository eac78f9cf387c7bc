using System.Buffers;
using System.Text.Json;
using FlowSdk.Serialization;

namespace FlowSdk.CommandLine;

/// <summary>Writes the one JSON document of a command, a large one as it is made.</summary>
internal static class JsonDocumentWriter
{
    /// <summary>How documents look.</summary>
    public static JsonWriterOptions Options { get; } = new() { Indented = true, NewLine = "\n", Encoder = ReadableEncoder.Instance };

    public static void Write(TextWriter output, Action<Utf8JsonWriter> content) => Write(output, Options, (json, _) => content(json));

    /// <summary>Writes a document with values that may be large.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="content">Writes it, by the writer or, what is <see cref="ValueLine"/>, past it.</param>
    public static void Write(TextWriter output, Action<Utf8JsonWriter, IBufferWriter<byte>> content) => Write(output, Options, content);

    /// <summary>Writes a document that is one encoded value, on one line.</summary>
    public static void WriteValue(TextWriter output, ReadOnlySequence<byte> value) =>
        Write(output, JsonValueWriter.Options(indented: false), (json, _) => JsonTranscoder.Write(value, json));

    private static void Write(TextWriter output, JsonWriterOptions options, Action<Utf8JsonWriter, IBufferWriter<byte>> content)
    {
        var buffer = new TextBuffer(output);
        using (var json = new Utf8JsonWriter(buffer, options))
        {
            content(json, buffer);
        }

        buffer.HandOn();
        output.WriteLine();
    }
}
