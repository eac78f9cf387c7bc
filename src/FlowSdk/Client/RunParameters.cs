using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using FlowSdk.Metadata;
using FlowSdk.Storage;

namespace FlowSdk.Client;

/// <summary>The parameters of a run by name; each is read and turned into JSON when it is asked for.</summary>
internal sealed class RunParameters(IReadOnlyList<RecordedParameter> recorded, ArtifactStore artifacts) : IReadOnlyDictionary<string, JsonElement>
{
    public int Count => recorded.Count;

    public IEnumerable<string> Keys => recorded.Select(static parameter => parameter.Name);

    public IEnumerable<JsonElement> Values => recorded.Select(Read);

    public JsonElement this[string key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException(
        $"The run has no parameter '{key}'. It has {(Count == 0 ? "none" : string.Join(", ", Keys))}.");

    public bool ContainsKey(string key) => recorded.Any(parameter => parameter.Name == key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out JsonElement value)
    {
        var found = recorded.FirstOrDefault(parameter => parameter.Name == key);
        value = found is null ? default : Read(found);
        return found is not null;
    }

    public IEnumerator<KeyValuePair<string, JsonElement>> GetEnumerator() =>
        recorded.Select(parameter => KeyValuePair.Create(parameter.Name, Read(parameter))).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private JsonElement Read(RecordedParameter parameter) => ArtifactJson.Read(parameter.Value, artifacts);
}
