using System.Buffers;
using System.Text;

namespace FlowSdk.Flows;

/// <summary>A codec of the user's own: the text backwards.</summary>
public sealed class SecretCodec : IArtifactCodec<TypesFlow.Secret>
{
    public void Encode(TypesFlow.Secret value, IBufferWriter<byte> output) =>
        output.Write(Encoding.UTF8.GetBytes([.. value.Text.Reverse()]));

    public TypesFlow.Secret Decode(ReadOnlySequence<byte> input) =>
        new(string.Concat(Encoding.UTF8.GetString(input).Reverse()));
}
