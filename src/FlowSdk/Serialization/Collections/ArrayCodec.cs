using FlowSdk.Generated;

namespace FlowSdk.Serialization;

/// <summary>The codec of a type that is an array inside.</summary>
/// <param name="element">The codec of its elements.</param>
/// <param name="view">The array; null where the value is null.</param>
/// <param name="create">Makes a value of an array, or of null.</param>
/// <param name="isReadOnly">Whether elements cannot be replaced.</param>
internal sealed class ArrayCodec<TCollection, T>(Codec<T> element, Func<TCollection, ReadOnlyMemory<T>?> view, Func<T[]?, TCollection> create, bool isReadOnly = false) : Codec<TCollection>
{
    public override bool IsImmutable => isReadOnly && element.IsImmutable;

    public override void Write(ref MessagePackWriter writer, TCollection value)
    {
        if (view(value) is not { } memory)
        {
            writer.WriteNil();
            return;
        }

        writer.Enter(typeof(TCollection).IsValueType ? null : value);
        writer.WriteArrayHeader(memory.Length);
        foreach (var item in memory.Span)
        {
            element.Write(ref writer, item);
        }

        writer.Leave();
    }

    public override TCollection Read(ref MessagePackReader reader) =>
        create(reader.TryReadNil() ? null : ElementReader.Read(ref reader, element, "an array"));
}
