using FlowSdk.Generated;

namespace FlowSdk.Serialization;

/// <summary>The codec of a type that is a run of numbers in memory.</summary>
/// <param name="view">The memory; null where the value is null.</param>
/// <param name="create">Makes a value of numbers, or of null.</param>
/// <param name="isImmutable">Whether values cannot be changed in place.</param>
internal sealed class RawCodec<TCollection, T>(Func<TCollection, ReadOnlyMemory<T>?> view, Func<T[]?, TCollection> create, bool isImmutable = false) : Codec<TCollection>
    where T : unmanaged
{
    public override bool IsImmutable => isImmutable;

    public override void Write(ref MessagePackWriter writer, TCollection value)
    {
        if (view(value) is { } memory)
        {
            RawFormat<T>.Write(ref writer, memory);
        }
        else
        {
            writer.WriteNil();
        }
    }

    public override TCollection Read(ref MessagePackReader reader) => create(reader.TryReadNil() ? null : RawFormat<T>.Read(ref reader));
}
