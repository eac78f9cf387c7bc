using System.Buffers;
using FlowSdk.Generated;

namespace FlowSdk.Serialization;

/// <summary>Stands in for the transcoder until that is here.</summary>
internal static class JsonText
{
    public static string ToJson(ReadOnlySequence<byte> bytes) => $"{bytes.Length} bytes";

    public static T FromJson<T>(Codec<T> codec, ReadOnlySpan<byte> json) => throw new NotSupportedException($"{codec} {json.Length}");
}
