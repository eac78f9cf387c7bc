using System.Buffers;
using FlowSdk.Generated;

namespace FlowSdk.Serialization;

/// <summary>Encodes and decodes whole values.</summary>
internal static class ArtifactSerializer
{
    /// <summary>The codec of an artifact: the one named on the property, else its type's.</summary>
    public static Codec<T> CodecOf<T>(ArtifactInfo<T> artifact) =>
        artifact.CustomCodec is { } custom ? new CustomCodec<T>(custom) : Codecs<T>.Instance;

    /// <summary>Encodes a value.</summary>
    /// <param name="codec">Its codec.</param>
    /// <param name="value">The value.</param>
    /// <param name="files">Where files that the value holds are kept; null where there can be none.</param>
    /// <remarks>Large arrays are not copied: they must not change until the bytes are stored.</remarks>
    public static EncodedValue Encode<T>(Codec<T> codec, T value, IFileStore? files)
    {
        var buffer = EncodingBuffer.Rent();
        var writer = new MessagePackWriter(buffer, files);
        try
        {
            codec.Write(ref writer, value);
            writer.Flush();
            return new(buffer.ToSequence(), buffer.Attachments, buffer.Release);
        }
        catch (EncodingException e)
        {
            // What was written so far leads to where it stopped.
            writer.Flush();
            var path = ValuePath.At(buffer.ToSequence(), buffer.Length);
            buffer.Release();
            throw new FlowException(e.Id, $"At {path}, {e.Message}.", e);
        }
    }

    /// <summary>Decodes a value; all bytes must be used.</summary>
    public static T Decode<T>(Codec<T> codec, ReadOnlySequence<byte> bytes, IFileStore? files)
    {
        try
        {
            return Read(codec, bytes, files, isLenient: false);
        }
        catch (DecodingException e)
        {
            throw new FlowException(
                e.Id, $"The stored value is not a {typeof(T)}: at {ValuePath.At(bytes, e.Offset)} (byte {e.Offset:N0} of {bytes.Length:N0}) {e.Message}.", e);
        }
    }

    /// <summary>Reads a value from JSON: members in any case, dates and the like as text, enums by name.</summary>
    /// <param name="codec">Its codec.</param>
    /// <param name="utf8Json">The JSON text.</param>
    /// <exception cref="FlowException">The text is not JSON, or not such a value; the message says where.</exception>
    public static T FromJson<T>(Codec<T> codec, ReadOnlySpan<byte> utf8Json)
    {
        var bytes = JsonTranscoder.FromJson(utf8Json);
        try
        {
            return Read(codec, bytes, null, isLenient: true);
        }
        catch (DecodingException e)
        {
            throw new FlowException(e.Id, $"{ValuePath.At(bytes, e.Offset)}: {e.Message}.", e);
        }
    }

    private static T Read<T>(Codec<T> codec, ReadOnlySequence<byte> bytes, IFileStore? files, bool isLenient)
    {
        var reader = new MessagePackReader(bytes, files, isLenient);
        var value = codec.Read(ref reader);
        return reader.Remaining == 0 ? value : throw DecodingException.Damaged($"{reader.Remaining:N0} bytes are left over", reader.Position);
    }
}
