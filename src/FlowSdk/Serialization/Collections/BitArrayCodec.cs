using System.Collections;
using FlowSdk.Generated;

namespace FlowSdk.Serialization;

/// <summary>The codec of bit arrays: an array of the number of bits, and the bits, eight to a byte, the first the lowest.</summary>
internal sealed class BitArrayCodec : Codec<BitArray?>
{
    private const int BitsPerByte = 8;

    public override void Write(ref MessagePackWriter writer, BitArray? value)
    {
        if (value is null)
        {
            writer.WriteNil();
            return;
        }

        var bytes = new byte[(value.Length + BitsPerByte - 1) / BitsPerByte];
        value.CopyTo(bytes, 0);
        writer.WriteArrayHeader(2);
        writer.WriteInt64(value.Length);
        writer.WriteBytes(bytes.AsSpan());
    }

    public override BitArray? Read(ref MessagePackReader reader)
    {
        if (reader.TryReadNil())
        {
            return null;
        }

        var start = reader.Position;
        reader.ReadTupleHeader(2);
        var length = reader.ReadInt32();
        var bytes = reader.ReadBytes();
        var spare = ((long)bytes.Length * BitsPerByte) - length;
        return length >= 0 && spare is >= 0 and < BitsPerByte && (spare == 0 || bytes[^1] >> (int)(BitsPerByte - spare) == 0)
            ? new BitArray(bytes) { Length = length }
            : throw DecodingException.Damaged("the bits are not as many as they are said to be", start);
    }
}
