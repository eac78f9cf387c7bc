using System.Buffers.Binary;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using FlowSdk.Serialization;

namespace FlowSdk.Generated;

/// <summary>Writes MessagePack. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref partial struct MessagePackWriter
{
    private readonly EncodingBuffer _buffer;
    private Span<byte> _span;
    private int _used;
    private int _depth;
    private DeepPath? _deep;

    internal MessagePackWriter(EncodingBuffer buffer, IFileStore? files)
    {
        _buffer = buffer;
        Files = files;
    }

    /// <summary>Where files are kept; null where a value can hold none.</summary>
    internal IFileStore? Files { get; }

    /// <summary>Writes nil, which stands for null.</summary>
    public void WriteNil() => Put(0xC0);

    /// <summary>Writes a truth value.</summary>
    /// <param name="value">The value.</param>
    public void WriteBoolean(bool value) => Put(value ? (byte)0xC3 : (byte)0xC2);

    /// <summary>Writes an integer in its shortest form.</summary>
    /// <param name="value">The value.</param>
    public void WriteInt64(long value)
    {
        if (value >= 0)
        {
            WriteUInt64((ulong)value);
            return;
        }

        var span = Reserve(9);
        switch (value)
        {
            case >= -32:
                span[0] = unchecked((byte)value);
                _used++;
                break;
            case >= sbyte.MinValue:
                span[0] = 0xD0;
                span[1] = unchecked((byte)value);
                _used += 2;
                break;
            case >= short.MinValue:
                span[0] = 0xD1;
                BinaryPrimitives.WriteInt16BigEndian(span[1..], (short)value);
                _used += 3;
                break;
            case >= int.MinValue:
                span[0] = 0xD2;
                BinaryPrimitives.WriteInt32BigEndian(span[1..], (int)value);
                _used += 5;
                break;
            default:
                span[0] = 0xD3;
                BinaryPrimitives.WriteInt64BigEndian(span[1..], value);
                _used += 9;
                break;
        }
    }

    /// <summary>Writes an integer in its shortest form.</summary>
    /// <param name="value">The value.</param>
    public void WriteUInt64(ulong value)
    {
        var span = Reserve(9);
        switch (value)
        {
            case <= 0x7F:
                span[0] = (byte)value;
                _used++;
                break;
            case <= byte.MaxValue:
                span[0] = 0xCC;
                span[1] = (byte)value;
                _used += 2;
                break;
            case <= ushort.MaxValue:
                span[0] = 0xCD;
                BinaryPrimitives.WriteUInt16BigEndian(span[1..], (ushort)value);
                _used += 3;
                break;
            case <= uint.MaxValue:
                span[0] = 0xCE;
                BinaryPrimitives.WriteUInt32BigEndian(span[1..], (uint)value);
                _used += 5;
                break;
            default:
                span[0] = 0xCF;
                BinaryPrimitives.WriteUInt64BigEndian(span[1..], value);
                _used += 9;
                break;
        }
    }

    /// <summary>Writes a number, all its bits as they are.</summary>
    /// <param name="value">The value.</param>
    public void WriteSingle(float value)
    {
        var span = Reserve(5);
        span[0] = 0xCA;
        BinaryPrimitives.WriteUInt32BigEndian(span[1..], BitConverter.SingleToUInt32Bits(value));
        _used += 5;
    }

    /// <summary>Writes a number, all its bits as they are.</summary>
    /// <param name="value">The value.</param>
    public void WriteDouble(double value)
    {
        var span = Reserve(9);
        span[0] = 0xCB;
        BinaryPrimitives.WriteUInt64BigEndian(span[1..], BitConverter.DoubleToUInt64Bits(value));
        _used += 9;
    }

    /// <summary>Announces an array.</summary>
    /// <param name="count">How many values follow.</param>
    public void WriteArrayHeader(int count) => WriteHeader(count, 0x90, 15, 0xDC);

    /// <summary>Announces a map.</summary>
    /// <param name="count">How many pairs follow.</param>
    public void WriteMapHeader(int count) => WriteHeader(count, 0x80, 15, 0xDE);

    /// <summary>Goes one level deeper.</summary>
    /// <param name="instance">The object whose parts follow; null for a value type.</param>
    /// <exception cref="FlowException">It is too deep, or within itself.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Enter(object? instance = null)
    {
        if (++_depth > DeepPath.Watched)
        {
            (_deep ??= new DeepPath()).Enter(_depth, instance);
        }
    }

    /// <summary>Comes back one level.</summary>
    public void Leave() => _depth--;

    /// <summary>The error that an object is of another type than is declared.</summary>
    /// <typeparam name="T">The declared type.</typeparam>
    /// <param name="value">The object.</param>
    /// <returns>The error.</returns>
    public static FlowException OtherType<T>(object value) => ExactType.Other(typeof(T), value);

    /// <summary>Hands what is still here to the buffer.</summary>
    internal void Flush()
    {
        _buffer.Advance(_used);
        _span = default;
        _used = 0;
    }

    private void WriteHeader(int count, byte small, int smallest, byte medium)
    {
        var span = Reserve(5);
        if (count <= smallest)
        {
            span[0] = (byte)(small | count);
            _used++;
        }
        else if (count <= ushort.MaxValue)
        {
            span[0] = medium;
            BinaryPrimitives.WriteUInt16BigEndian(span[1..], (ushort)count);
            _used += 3;
        }
        else
        {
            span[0] = (byte)(medium + 1);
            BinaryPrimitives.WriteUInt32BigEndian(span[1..], (uint)count);
            _used += 5;
        }
    }

    private void Put(byte value)
    {
        Reserve(1)[0] = value;
        _used++;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Span<byte> Reserve(int size)
    {
        if (_span.Length - _used < size)
        {
            Grow(size);
        }

        return _span[_used..];
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(int size)
    {
        _buffer.Advance(_used);
        _span = _buffer.GetSpan(size);
        _used = 0;
    }
}
