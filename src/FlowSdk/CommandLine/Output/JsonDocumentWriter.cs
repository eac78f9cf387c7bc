using System.Text;
using System.Text.Json;
using FlowSdk.Serialization;

namespace FlowSdk.CommandLine;

/// <summary>Writes the one JSON document of a command.</summary>
internal static class JsonDocumentWriter
{
    private static readonly JsonWriterOptions _options = new() { Indented = true, NewLine = "\n", Encoder = ReadableEncoder.Instance };

    public static void Write(TextWriter output, Action<Utf8JsonWriter> content)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, _options))
        {
            content(writer);
        }

        output.WriteLine(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }
}
