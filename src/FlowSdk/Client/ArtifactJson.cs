using System.Text.Json;
using FlowSdk.Serialization;
using FlowSdk.Storage;

namespace FlowSdk.Client;

/// <summary>Reads values without their types.</summary>
internal static class ArtifactJson
{
    public static JsonElement Read(ArtifactReference reference, ArtifactStore artifacts)
    {
        var options = JsonValueWriter.Options(indented: false);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, options))
        {
            JsonTranscoder.Write(artifacts.Get(reference), json);
        }

        var reader = new Utf8JsonReader(stream.GetBuffer().AsSpan(0, (int)stream.Length), new JsonReaderOptions { MaxDepth = options.MaxDepth });
        return JsonElement.ParseValue(ref reader);
    }
}
