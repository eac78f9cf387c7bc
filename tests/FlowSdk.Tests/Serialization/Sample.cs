using FlowSdk.Generated;

namespace FlowSdk.Tests.Serialization;

internal sealed class Sample<T>(Codec<T> codec, T value) : ISample
{
    public byte[] Encode() => RoundTrip.Encode(codec, value);

    public byte[] DecodeAndEncode(byte[] bytes) => RoundTrip.Encode(codec, RoundTrip.Decode(codec, bytes));

    public override string ToString() => typeof(T).ToString();
}
