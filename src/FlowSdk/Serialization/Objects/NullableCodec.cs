using FlowSdk.Generated;

namespace FlowSdk.Serialization;

/// <summary>The codec of a value type or nothing.</summary>
internal sealed class NullableCodec<T>(Codec<T> value) : Codec<T?>
    where T : struct
{
    public override bool IsImmutable => value.IsImmutable;

    public override void Write(ref MessagePackWriter writer, T? item)
    {
        if (item is { } present)
        {
            value.Write(ref writer, present);
        }
        else
        {
            writer.WriteNil();
        }
    }

    public override T? Read(ref MessagePackReader reader) => reader.TryReadNil() ? null : value.Read(ref reader);
}
