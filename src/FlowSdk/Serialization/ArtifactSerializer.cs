using System.Buffers;
using FlowSdk.Generated;

namespace FlowSdk.Serialization;

/// <summary>Encodes and decodes whole values.</summary>
internal static class ArtifactSerializer
{
    /// <summary>The codec of an artifact: the one named on the property, else its type's.</summary>
    public static Codec<T> CodecOf<T>(ArtifactInfo<T> artifact) => throw new NotImplementedException(artifact.Name);

    /// <summary>Encodes a value.</summary>
    /// <param name="codec">Its codec.</param>
    /// <param name="value">The value.</param>
    /// <param name="files">Where files that the value holds are kept; null where there can be none.</param>
    public static EncodedValue Encode<T>(Codec<T> codec, T value, IFileStore? files) => throw new NotImplementedException();

    /// <summary>Decodes a value; all bytes must be used.</summary>
    public static T Decode<T>(Codec<T> codec, ReadOnlySequence<byte> bytes, IFileStore? files) => throw new NotImplementedException();
}
