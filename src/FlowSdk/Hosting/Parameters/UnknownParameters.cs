using FlowSdk.Generated;

namespace FlowSdk.Hosting;

/// <summary>Finds values that are given for what is no parameter.</summary>
internal static class UnknownParameters
{
    /// <summary>What there is to say of names that are none of a parameter.</summary>
    /// <param name="origin">Who gives the values, for messages.</param>
    /// <param name="names">Names of parameters, as options or as properties.</param>
    /// <param name="parameters">The parameters that there are.</param>
    public static IReadOnlyList<FlowError> Find(string origin, IEnumerable<string> names, IReadOnlyList<ParameterDefinition> parameters)
    {
        var known = parameters.SelectMany(p => new[] { p.Option, p.Name }).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. names
            .Where(name => !known.Contains(name))
            .Select(name => new FlowError(
                FlowErrors.UnknownParameter,
                $"{origin} gives '{name}', which is no parameter of this flow.{Suggestion.For(name, parameters.Select(p => p.Option))}"))];
    }
}
