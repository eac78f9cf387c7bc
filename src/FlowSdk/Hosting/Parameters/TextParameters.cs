using FlowSdk.Generated;

namespace FlowSdk.Hosting;

/// <summary>Values that code gives as texts, by the parameter's property or option name.</summary>
internal sealed class TextParameters(IEnumerable<KeyValuePair<string, string?>> values) : IParameterSource
{
    private readonly Dictionary<string, string?> _values = new(values, StringComparer.OrdinalIgnoreCase);

    public GivenValue? Find(ParameterDefinition parameter, bool takesJson) =>
        _values.TryGetValue(parameter.Name, out var text) || _values.TryGetValue(parameter.Option, out text)
            ? new GivenValue(text, $"'{parameter.Option}'")
            : null;
}
