using FlowSdk.Generated;
using FlowSdk.Metadata;
using FlowSdk.Serialization;
using FlowSdk.Storage;

namespace FlowSdk.Hosting;

/// <summary>Encodes the effective values of a flow's parameters as artifacts, the large ones into the store.</summary>
internal sealed class ParameterRecorder(Flow flow, ArtifactStore artifacts, bool leaveOutNulls) : IParameterVisitor
{
    private readonly List<RecordedParameter> _recorded = [];

    /// <param name="definition">The flow.</param>
    /// <param name="flow">The object that has the values.</param>
    /// <param name="artifacts">Where large ones go.</param>
    /// <param name="leaveOutNulls">Whether what is null though its type does not allow it is left out: a test of one step gives what that step reads.</param>
    public static IReadOnlyList<RecordedParameter> Record(FlowDefinition definition, Flow flow, ArtifactStore artifacts, bool leaveOutNulls = false)
    {
        var recorder = new ParameterRecorder(flow, artifacts, leaveOutNulls);
        foreach (var parameter in definition.Parameters)
        {
            parameter.Accept(recorder);
        }

        return recorder._recorded;
    }

    void IParameterVisitor.Visit<T>(ParameterDefinition<T> parameter)
    {
        var value = parameter.Get(flow);
        if (leaveOutNulls && value is null && !parameter.TypeName.EndsWith('?'))
        {
            return;
        }

        using var encoded = ArtifactSerializer.Encode(Codecs<T>.Instance, value, artifacts);
        _recorded.Add(new(parameter.Name, artifacts.Save(parameter.TypeName, encoded)));
    }
}
