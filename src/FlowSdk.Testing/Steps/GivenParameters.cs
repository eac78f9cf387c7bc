using FlowSdk.Generated;
using FlowSdk.Metadata;
using FlowSdk.Serialization;
using FlowSdk.Storage;

namespace FlowSdk.Testing.Steps;

/// <summary>Encodes the parameters of a flow object. One that a test left null though its type does not allow it is left out: the step will not read it.</summary>
internal sealed class GivenParameters : IParameterVisitor
{
    private readonly Flow _flow;
    private readonly ArtifactStore _artifacts;
    private readonly List<RecordedParameter> _recorded = [];

    private GivenParameters(Flow flow, ArtifactStore artifacts) => (_flow, _artifacts) = (flow, artifacts);

    public static IReadOnlyList<RecordedParameter> Of(FlowDefinition definition, Flow flow, ArtifactStore artifacts)
    {
        var given = new GivenParameters(flow, artifacts);
        foreach (var parameter in definition.Parameters)
        {
            parameter.Accept(given);
        }

        return given._recorded;
    }

    void IParameterVisitor.Visit<T>(ParameterDefinition<T> parameter)
    {
        var value = parameter.Get(_flow);
        if (value is not null || parameter.TypeName.EndsWith('?'))
        {
            using var encoded = ArtifactSerializer.Encode(Codecs<T>.Instance, value, _artifacts);
            _recorded.Add(new(parameter.Name, _artifacts.Save(parameter.TypeName, encoded)));
        }
    }
}
