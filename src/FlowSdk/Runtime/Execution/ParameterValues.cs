using FlowSdk.Generated;
using FlowSdk.Metadata;
using FlowSdk.Serialization;
using FlowSdk.Storage;

namespace FlowSdk.Runtime.Execution;

/// <summary>The parameters of a run, decoded.</summary>
/// <remarks>A value that could be changed in place is decoded for each task anew, so that no task sees what another did to it.</remarks>
internal sealed class ParameterValues(FlowDefinition definition, IReadOnlyList<RecordedParameter> recorded, ArtifactStore artifacts)
{
    private readonly Dictionary<string, ArtifactReference> _recorded = recorded.ToDictionary(p => p.Name, p => p.Value);
    private readonly Dictionary<string, object?> _shared = [];

    public ParameterBag CreateBag()
    {
        var bag = new ParameterBag();
        lock (_shared)
        {
            var filler = new Filler(this, bag);
            foreach (var parameter in definition.Parameters)
            {
                parameter.Accept(filler);
            }
        }

        return bag;
    }

    private sealed class Filler(ParameterValues values, ParameterBag bag) : IParameterVisitor
    {
        public void Visit<T>(ParameterDefinition<T> parameter)
        {
            if (!values._recorded.TryGetValue(parameter.Name, out var reference))
            {
                return;
            }

            if (!values._shared.TryGetValue(parameter.Name, out var value))
            {
                var codec = Codecs<T>.Instance;
                value = ArtifactSerializer.Decode(codec, values.Read(reference), values.Files);
                if (codec.IsImmutable)
                {
                    values._shared.Add(parameter.Name, value);
                }
            }

            bag.Set(parameter.Name, value);
        }
    }

    private IFileStore Files => artifacts;

    private System.Buffers.ReadOnlySequence<byte> Read(ArtifactReference reference) => artifacts.Get(reference);
}
