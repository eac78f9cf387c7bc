using FlowSdk.Generated;
using FlowSdk.Hosting;
using FlowSdk.Metadata;
using FlowSdk.Runtime.Execution;
using FlowSdk.Storage;

namespace FlowSdk.CommandLine;

/// <summary>
/// The parameters that a resumed run keeps: only the command changes one, neither environment nor settings. What the flow had not yet
/// when the run was made, or had with another type, is bound as for a new run.
/// </summary>
internal sealed class KeptParameters : IParameterSource
{
    private readonly IReadOnlyList<IParameterSource> _command;
    private readonly IReadOnlyList<IParameterSource> _surroundings;
    private readonly List<RecordedParameter> _recorded;

    public KeptParameters(CommandContext context, ParameterOptions options, RunSettings settings, RunStartedRecord origin)
    {
        _command = [.. ParameterSources.OfCommand(context, options, settings)];
        _surroundings = [.. ParameterSources.OfSurroundings(context)];
        var types = context.Definition.Parameters.ToDictionary(p => p.Name, p => p.TypeName);
        _recorded = [.. origin.Parameters.Where(p => types.GetValueOrDefault(p.Name) == p.Value.TypeName)];
    }

    /// <summary>The values of the origin, decoded.</summary>
    public ParameterBag Values(FlowDefinition definition, ArtifactStore artifacts) => new ParameterValues(definition, _recorded, artifacts).CreateBag();

    public GivenValue? Find(ParameterDefinition parameter, bool takesJson)
    {
        var sources = _recorded.Exists(p => p.Name == parameter.Name) ? _command : _command.Concat(_surroundings);
        return sources.Select(s => s.Find(parameter, takesJson)).FirstOrDefault(v => v is not null);
    }
}
