using FlowSdk.Generated;
using FlowSdk.Metadata;
using FlowSdk.Serialization;
using FlowSdk.Storage;

namespace FlowSdk.Hosting;

/// <summary>Encodes the effective values of a flow's parameters as artifacts, the large ones into the store.</summary>
internal sealed class ParameterRecorder(Flow flow, ArtifactStore artifacts) : IParameterVisitor
{
    private readonly List<RecordedParameter> _recorded = [];

    public static IReadOnlyList<RecordedParameter> Record(FlowDefinition definition, Flow flow, ArtifactStore artifacts)
    {
        var recorder = new ParameterRecorder(flow, artifacts);
        foreach (var parameter in definition.Parameters)
        {
            parameter.Accept(recorder);
        }

        return recorder._recorded;
    }

    void IParameterVisitor.Visit<T>(ParameterDefinition<T> parameter)
    {
        using var encoded = ArtifactSerializer.Encode(Codecs<T>.Instance, parameter.Get(flow), artifacts);
        _recorded.Add(new(parameter.Name, artifacts.Save(parameter.TypeName, encoded)));
    }
}
