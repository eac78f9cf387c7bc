using System.Text.Json;
using FlowSdk.Generated;

namespace FlowSdk.Serialization;

/// <summary>Elements separated by commas; or, for elements that have commas themselves, a JSON array. Empty text has no elements.</summary>
internal sealed class ListReader<TCollection, TElement>(ParameterReader<TElement> element) : ParameterReader<TCollection>
    where TCollection : notnull
{
    public override string Expected => $"a list, separated by commas or as a JSON array, each {element.Expected}";

    public override TCollection Read(string text)
    {
        IReadOnlyList<string> texts = text.AsSpan().TrimStart().StartsWith('[') ? FromJson(text)
            : string.IsNullOrWhiteSpace(text) ? []
            : text.Split(',', StringSplitOptions.TrimEntries);
        var elements = new TElement[texts.Count];
        for (var i = 0; i < elements.Length; i++)
        {
            try
            {
                elements[i] = element.Read(texts[i]);
            }
            catch (FormatException exception)
            {
                throw new FormatException($"element {i + 1}, '{texts[i]}', is not {element.Expected}", exception);
            }
        }

        return StandardCollection.Create<TCollection, TElement>(elements);
    }

    private List<string> FromJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return [.. document.RootElement.EnumerateArray().Select(e =>
                e.ValueKind == JsonValueKind.String && !element.TakesJson ? e.GetString()! : e.GetRawText())];
        }
        catch (JsonException exception)
        {
            throw new FormatException($"it begins with '[' but is no JSON array: {exception.Message}", exception);
        }
    }
}
