using System.Text.Json;
using FlowSdk.Generated;
using FlowSdk.Hosting;

namespace FlowSdk.CommandLine;

/// <summary>Values from a file with one JSON object, by the parameter's option or property name.</summary>
internal sealed class ParameterFile : IParameterSource
{
    private readonly Dictionary<string, JsonElement> _values = new(StringComparer.OrdinalIgnoreCase);
    private readonly string _path;

    private ParameterFile(string path) => _path = path;

    /// <summary>Reads a file.</summary>
    /// <exception cref="UsageException">It cannot be read, is no JSON object, or names what is no parameter.</exception>
    public static ParameterFile Read(string path, IReadOnlyList<ParameterDefinition> parameters)
    {
        var file = new ParameterFile(path);
        try
        {
            using var stream = File.OpenRead(path);
            using var document = JsonDocument.Parse(stream, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw Unusable(path, "it holds no JSON object.");
            }

            foreach (var property in document.RootElement.EnumerateObject())
            {
                file._values[property.Name] = property.Value.Clone();
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            throw Unusable(path, exception.Message);
        }

        if (UnknownParameters.Find(path, file._values.Keys, parameters) is { Count: > 0 } errors)
        {
            throw new UsageException(errors);
        }

        return file;
    }

    public GivenValue? Find(ParameterDefinition parameter, bool takesJson)
    {
        if (!_values.TryGetValue(parameter.Option, out var value) && !_values.TryGetValue(parameter.Name, out value))
        {
            return null;
        }

        var text = value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.String when !takesJson => value.GetString(),
            _ => value.GetRawText(),
        };
        return new GivenValue(text, $"'{parameter.Option}' in {_path}");
    }

    private static UsageException Unusable(string path, string why) =>
        new(FlowErrors.InvalidOption, $"The file '{path}' given by --parameters cannot be used: {why}");
}
