using System.Buffers;
using System.Buffers.Binary;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using FlowSdk.Serialization;

namespace FlowSdk.Generated;

/// <summary>Reads MessagePack. Used by generated code.</summary>
/// <remarks>
/// Nothing is trusted: a length is believed only if that many bytes are there, and memory set aside in advance for all
/// collections together is a small multiple of the bytes.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref partial struct MessagePackReader
{
    private const int AllowancePerByte = 8;

    private readonly ReadOnlySequence<byte> _sequence;
    private SequencePosition _next;
    private ReadOnlySpan<byte> _span;
    private int _index;
    private long _beforeSpan;
    private long _allowance;
    private int _depth;

    internal MessagePackReader(ReadOnlySequence<byte> sequence, IFileStore? files, bool isLenient = false)
    {
        _sequence = sequence;
        _next = sequence.Start;
        Length = sequence.Length;
        Files = files;
        IsLenient = isLenient;
        _allowance = 1024 + (Length * AllowancePerByte);
        MoveOn();
    }

    /// <summary>The number of bytes in all.</summary>
    internal long Length { get; }

    /// <summary>Where files are kept; null where a value can hold none.</summary>
    internal IFileStore? Files { get; }

    /// <summary>Whether values may stand in forms that people write: dates as text, enums by name, members in any case.</summary>
    internal bool IsLenient { get; }

    /// <summary>How many bytes were read.</summary>
    public readonly long Position => _beforeSpan + _index;

    internal readonly long Remaining => Length - Position;

    /// <summary>Reads nil, if it is next.</summary>
    /// <returns>Whether it was.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryReadNil()
    {
        if (Peek() != 0xC0)
        {
            return false;
        }

        Next();
        return true;
    }

    /// <summary>Reads the header of an array.</summary>
    /// <returns>The number of values that follow.</returns>
    public int ReadArrayHeader()
    {
        var start = Position;
        var code = Next();
        long count = code switch
        {
            >= 0x90 and <= 0x9F => code & 0x0F,
            0xDC => ReadBigEndian(2),
            0xDD => ReadBigEndian(4),
            _ => throw DecodingException.Unexpected("an array", code, start),
        };
        return Checked(count, count, start);
    }

    /// <summary>Reads the header of an array of fixed length.</summary>
    /// <param name="length">The number of values.</param>
    public void ReadTupleHeader(int length)
    {
        var start = Position;
        var count = ReadArrayHeader();
        if (count != length)
        {
            throw DecodingException.Mismatch($"an array of {length}", $"an array of {count}", start);
        }
    }

    /// <summary>Reads the header of a map.</summary>
    /// <returns>The number of pairs that follow.</returns>
    public int ReadMapHeader()
    {
        var start = Position;
        var code = Next();
        long count = code switch
        {
            >= 0x80 and <= 0x8F => code & 0x0F,
            0xDE => ReadBigEndian(2),
            0xDF => ReadBigEndian(4),
            _ => throw DecodingException.Unexpected("a map", code, start),
        };
        return Checked(count, count * 2, start);
    }

    /// <summary>Goes one level deeper.</summary>
    /// <exception cref="FlowException">It is too deep.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Enter()
    {
        if (++_depth > DeepPath.Watched)
        {
            CheckDepth();
        }
    }

    /// <summary>Comes back one level.</summary>
    public void Leave() => _depth--;

    /// <summary>Reads over the next value, whatever it holds.</summary>
    public void Skip()
    {
        for (var pending = 1L; pending > 0; pending--)
        {
            var start = Position;
            var code = Next();
            switch (MessagePackCodes.TokenOf(code))
            {
                case MessagePackToken.Array:
                case MessagePackToken.Map:
                    var count = ReadLength(code);
                    var values = MessagePackCodes.TokenOf(code) == MessagePackToken.Map ? count * 2 : count;
                    pending += Checked(values, values, start);
                    break;
                case MessagePackToken.Invalid:
                    throw DecodingException.Unexpected("a value", code, start);
                default:
                    SkipBytes(ReadLength(code), start);
                    break;
            }
        }
    }

    /// <summary>Reads the header of an array or a map without a look at whether its values are there.</summary>
    internal long ReadCount() => ReadLength(Next());

    /// <summary>The error that a member without which the value cannot be made is missing.</summary>
    /// <param name="member">The member's name.</param>
    /// <param name="start">Where the value begins.</param>
    /// <returns>The error.</returns>
    public static FlowException Missing(string member, long start) => DecodingException.Damaged($"\"{member}\" is missing", start);

    /// <summary>How many elements to set memory aside for at first: all, unless bytes that lie about their lengths would take too much.</summary>
    /// <typeparam name="T">The elements.</typeparam>
    /// <param name="count">How many are announced.</param>
    /// <returns>The capacity to begin with.</returns>
    internal int Capacity<T>(int count)
    {
        var size = (long)count * Unsafe.SizeOf<T>();
        if (size > _allowance)
        {
            return Math.Min(count, 16);
        }

        _allowance -= size;
        return count;
    }

    internal readonly MessagePackToken PeekToken() => MessagePackCodes.TokenOf(Peek());

    private readonly byte Peek()
    {
        if ((uint)_index >= (uint)_span.Length)
        {
            throw Ended(Position);
        }

        return _span[_index];
    }

    private byte Next()
    {
        var code = Peek();
        _index++;
        if (_index == _span.Length)
        {
            MoveOn();
        }

        return code;
    }

    // The current span has an unread byte, unless all is read.
    private void MoveOn()
    {
        while (_index == _span.Length && _sequence.TryGet(ref _next, out var memory))
        {
            _beforeSpan += _span.Length;
            _span = memory.Span;
            _index = 0;
        }
    }

    /// <summary>The next bytes, in one piece: a slice, or a copy where they lie apart.</summary>
    private ReadOnlySpan<byte> Take(int count, long start)
    {
        if (_span.Length - _index >= count)
        {
            var slice = _span.Slice(_index, count);
            _index += count;
            MoveOn();
            return slice;
        }

        if (count > Remaining)
        {
            throw Ended(start);
        }

        var copy = new byte[count];
        CopyBytes(copy, start);
        return copy;
    }

    private void CopyBytes(scoped Span<byte> target, long start)
    {
        if (target.Length > Remaining)
        {
            throw Ended(start);
        }

        while (!target.IsEmpty)
        {
            var count = Math.Min(target.Length, _span.Length - _index);
            _span.Slice(_index, count).CopyTo(target);
            target = target[count..];
            _index += count;
            MoveOn();
        }
    }

    private void SkipBytes(long count, long start)
    {
        if (count > Remaining)
        {
            throw Ended(start);
        }

        while (count > 0)
        {
            var step = (int)Math.Min(count, _span.Length - _index);
            count -= step;
            _index += step;
            MoveOn();
        }
    }

    /// <summary>The number of an array's or a map's values, else of bytes (the type of an extension included).</summary>
    private long ReadLength(byte code)
    {
        if (MessagePackCodes.SmallLength(code) is { } small)
        {
            return small;
        }

        var length = ReadBigEndian(MessagePackCodes.LengthBytes(code));
        return code is >= 0xC7 and <= 0xC9 ? length + 1L : length;
    }

    private uint ReadBigEndian(int size) => (uint)ReadBigEndian(size, Position);

    private ulong ReadBigEndian(int size, long start)
    {
        Span<byte> bytes = stackalloc byte[8];
        bytes.Clear();
        CopyBytes(bytes[(8 - size)..], start);
        return BinaryPrimitives.ReadUInt64BigEndian(bytes);
    }

    private readonly int Checked(long count, long bytes, long start) =>
        bytes <= Remaining && bytes <= int.MaxValue ? (int)count : throw DecodingException.Damaged($"{count:N0} elements are announced, but only {Remaining:N0} bytes follow", start);

    private static DecodingException Ended(long start) => DecodingException.Damaged("the bytes end too early", start);

    private readonly void CheckDepth()
    {
        if (_depth > DeepPath.Limit || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new DecodingException(FlowErrors.ArtifactTooDeep, $"values are nested more than {Math.Min(_depth - 1, DeepPath.Limit)} levels deep", Position);
        }
    }
}
