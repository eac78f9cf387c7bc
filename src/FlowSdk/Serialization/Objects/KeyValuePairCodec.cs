using FlowSdk.Generated;

namespace FlowSdk.Serialization;

/// <summary>The codec of a key with a value: an array of both.</summary>
internal sealed class KeyValuePairCodec<TKey, TValue>(Codec<TKey> key, Codec<TValue> value) : Codec<KeyValuePair<TKey, TValue>>
{
    public override bool IsImmutable => key.IsImmutable && value.IsImmutable;

    public override void Write(ref MessagePackWriter writer, KeyValuePair<TKey, TValue> pair)
    {
        writer.Enter();
        writer.WriteArrayHeader(2);
        key.Write(ref writer, pair.Key);
        value.Write(ref writer, pair.Value);
        writer.Leave();
    }

    public override KeyValuePair<TKey, TValue> Read(ref MessagePackReader reader)
    {
        reader.Enter();
        reader.ReadTupleHeader(2);
        var pair = new KeyValuePair<TKey, TValue>(key.Read(ref reader), value.Read(ref reader));
        reader.Leave();
        return pair;
    }
}
