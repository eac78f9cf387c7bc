using FlowSdk.Generated;
using FlowSdk.Hosting;

namespace FlowSdk.CommandLine;

/// <summary>Values from options, by option name without dashes.</summary>
internal sealed class CommandLineParameters(IReadOnlyDictionary<string, string> options) : IParameterSource
{
    public GivenValue? Find(ParameterDefinition parameter, bool takesJson) =>
        options.TryGetValue(parameter.Option, out var text) ? new GivenValue(text, $"--{parameter.Option}") : null;
}
