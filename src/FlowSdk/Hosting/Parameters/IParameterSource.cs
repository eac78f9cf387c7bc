using FlowSdk.Generated;

namespace FlowSdk.Hosting;

/// <summary>A place where values for parameters come from.</summary>
internal interface IParameterSource
{
    /// <summary>What this source gives for a parameter; null for nothing.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="takesJson">Whether its text is JSON.</param>
    GivenValue? Find(ParameterDefinition parameter, bool takesJson);
}
