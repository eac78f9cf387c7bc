using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace FlowSdk.CommandLine;

/// <summary>Writes the one JSON document of a command.</summary>
internal static class JsonDocumentWriter
{
    // Text of people stays readable: only what JSON itself demands is escaped.
    private static readonly JsonWriterOptions _options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

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
