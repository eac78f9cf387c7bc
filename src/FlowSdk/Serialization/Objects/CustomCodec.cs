using FlowSdk.Generated;

namespace FlowSdk.Serialization;

/// <summary>Keeps what a user's own codec writes as bytes.</summary>
internal sealed class CustomCodec<T>(IArtifactCodec<T> codec) : Codec<T>
{
    public override void Write(ref MessagePackWriter writer, T value)
    {
        if (value is null)
        {
            writer.WriteNil();
            return;
        }

        var buffer = EncodingBuffer.Rent();
        codec.Encode(value, buffer);
        if (buffer.Length > uint.MaxValue)
        {
            throw new EncodingException(FlowErrors.ArtifactTooLarge, $"{codec.GetType()} wrote {buffer.Length:N0} bytes; the most is {uint.MaxValue:N0}. Store large content as an ArtifactFile");
        }

        writer.WriteBytesHeader((uint)buffer.Length);
        writer.WriteEncoded(buffer.ToSequence());
        buffer.Release();
    }

    public override T Read(ref MessagePackReader reader) =>
        reader.TryReadNil() ? default! : codec.Decode(reader.ReadBytesSequence());
}
