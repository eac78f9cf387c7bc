using FlowSdk.Generated;

namespace FlowSdk.Serialization;

/// <summary>The codec of interfaces of a sequence of numbers.</summary>
/// <param name="create">Makes a collection of numbers.</param>
internal sealed class RawSequenceCodec<TCollection, T>(Func<T[], TCollection> create) : Codec<TCollection?>
    where TCollection : class, IEnumerable<T>
    where T : unmanaged
{
    public override void Write(ref MessagePackWriter writer, TCollection? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNil();
                break;
            case T[] array:
                RawFormat<T>.Write(ref writer, array.AsMemory());
                break;
            default:
                RawFormat<T>.Write(ref writer, value.ToArray().AsMemory());
                break;
        }
    }

    public override TCollection? Read(ref MessagePackReader reader) => reader.TryReadNil() ? null : create(RawFormat<T>.Read(ref reader));
}
