using System.Runtime.CompilerServices;
using FlowSdk.Serialization;

namespace FlowSdk.Generated;

public ref partial struct MessagePackReader
{
    /// <summary>Reads numbers that are several extensions, since they are too many for one; null if that is not what is next.</summary>
    internal T[]? TryReadChunks<T>(sbyte type)
        where T : unmanaged
    {
        if (PeekToken() != MessagePackToken.Array || !IsChunked(type))
        {
            return null;
        }

        var start = Position;
        var ahead = this;
        var bytes = 0L;
        for (var count = ahead.ReadArrayHeader(); count > 0; count--)
        {
            bytes += ahead.TryReadExtension(type, out var length) ? length : throw ahead.UnexpectedNext("more numbers of one kind");
            ahead.SkipBytes(length, start);
        }

        var values = new T[CheckedLength(bytes / Unsafe.SizeOf<T>(), start)];
        var filled = 0;
        for (var count = ReadArrayHeader(); count > 0; count--)
        {
            TryReadExtension(type, out var length);
            if (length % Unsafe.SizeOf<T>() != 0)
            {
                throw DecodingException.Damaged($"{length:N0} bytes are no whole count of numbers of {Unsafe.SizeOf<T>()} bytes", start);
            }

            var part = (int)(length / Unsafe.SizeOf<T>());
            ReadRaw(values.AsSpan(filled, part), start);
            filled += part;
        }

        return values;
    }

    internal readonly DecodingException UnexpectedNext(string expected) => DecodingException.Unexpected(expected, Peek(), Position);

    private readonly bool IsChunked(sbyte type)
    {
        var ahead = this;
        return ahead.ReadArrayHeader() > 0 && ahead.TryReadExtension(type, out _);
    }
}
