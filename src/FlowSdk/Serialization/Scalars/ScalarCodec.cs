using FlowSdk.Generated;

namespace FlowSdk.Serialization;

/// <summary>Writes a value.</summary>
internal delegate void WriteValue<in T>(ref MessagePackWriter writer, T value);

/// <summary>Reads a value.</summary>
internal delegate T ReadValue<out T>(ref MessagePackReader reader);

/// <summary>The codec of a type whose values have no parts.</summary>
internal sealed class ScalarCodec<T>(WriteValue<T> write, ReadValue<T> read) : Codec<T>
{
    public override bool IsImmutable => true;

    public override void Write(ref MessagePackWriter writer, T value) => write(ref writer, value);

    public override T Read(ref MessagePackReader reader) => read(ref reader);
}
