using System.Text.Json;

namespace FlowSdk.CommandLine;

/// <summary>Lists of texts in JSON documents.</summary>
internal static class JsonTexts
{
    public static void Write(Utf8JsonWriter json, string property, IEnumerable<string> texts)
    {
        json.WriteStartArray(property);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
