using System.Runtime.CompilerServices;
using FlowSdk.Generated;

namespace FlowSdk.Serialization;

/// <summary>The codec of enums: the number.</summary>
internal sealed class EnumCodec<T, TNumber> : Codec<T>
    where T : struct, Enum
    where TNumber : struct
{
    private readonly Codec<TNumber> _number = Codecs<TNumber>.Instance;

    public override bool IsImmutable => true;

    public override void Write(ref MessagePackWriter writer, T value) => _number.Write(ref writer, Unsafe.BitCast<T, TNumber>(value));

    public override T Read(ref MessagePackReader reader)
    {
        var start = reader.Position;
        if (reader.TryReadLenientText(out var text))
        {
            return Enum.TryParse<T>(text, ignoreCase: true, out var value)
                ? value
                : throw DecodingException.Mismatch($"one of {string.Join(", ", Enum.GetNames<T>())}", $"\"{text}\"", start);
        }

        return Unsafe.BitCast<TNumber, T>(_number.Read(ref reader));
    }
}
