using FlowSdk.Generated;

namespace FlowSdk.Hosting;

/// <summary>Values from environment variables such as <c>FLOWSDK_PARAM_LEARNING_RATES</c>.</summary>
/// <param name="read">Reads a variable; null when it is not set.</param>
internal sealed class EnvironmentParameters(Func<string, string?> read) : IParameterSource
{
    public static string VariableOf(ParameterDefinition parameter) => $"FLOWSDK_PARAM_{parameter.Option.Replace('-', '_').ToUpperInvariant()}";

    public GivenValue? Find(ParameterDefinition parameter, bool takesJson)
    {
        var variable = VariableOf(parameter);
        return read(variable) is { } text ? new GivenValue(text, variable) : null;
    }
}
