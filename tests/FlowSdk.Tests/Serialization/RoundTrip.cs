using System.Buffers;
using FlowSdk.Generated;
using FlowSdk.Serialization;

namespace FlowSdk.Tests.Serialization;

/// <summary>Encodes and decodes in tests.</summary>
internal static class RoundTrip
{
    public static byte[] Encode<T>(Codec<T> codec, T value)
    {
        using var encoded = ArtifactSerializer.Encode(codec, value, null);
        return encoded.Bytes.ToArray();
    }

    public static T Decode<T>(Codec<T> codec, byte[] bytes) => ArtifactSerializer.Decode(codec, new ReadOnlySequence<byte>(bytes), null);

    public static string Hex<T>(Codec<T> codec, T value) => Convert.ToHexStringLower(Encode(codec, value));

    public static T Value<T>(T value) => Value(Codecs<T>.Instance, value);

    /// <summary>What comes back; the bytes of both are the same.</summary>
    public static T Value<T>(Codec<T> codec, T value)
    {
        var bytes = Encode(codec, value);
        var back = Decode(codec, bytes);
        Encode(codec, back).ShouldBe(bytes);
        return back;
    }
}
