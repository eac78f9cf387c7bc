using System.Runtime.InteropServices;
using FlowSdk.Generated;

namespace FlowSdk.Serialization;

/// <summary>The codec of lists of numbers.</summary>
internal sealed class RawListCodec<T> : Codec<List<T>?>
    where T : unmanaged
{
    public override void Write(ref MessagePackWriter writer, List<T>? value)
    {
        if (value is null)
        {
            writer.WriteNil();
            return;
        }

        ExactType.Check(value);
        RawFormat<T>.Write(ref writer, CollectionsMarshal.AsSpan(value));
    }

    public override List<T>? Read(ref MessagePackReader reader) => reader.TryReadNil() ? null : [.. RawFormat<T>.Read(ref reader)];
}
