using System.Buffers.Binary;

namespace FlowSdk.Runtime.Workers;

/// <summary>Collects received bytes and cuts them into messages.</summary>
internal sealed class FrameBuffer
{
    private byte[] _bytes = new byte[4 * 1024];
    private int _start;
    private int _end;

    /// <summary>Where the next received bytes go; never empty.</summary>
    public Memory<byte> Free()
    {
        if (_start == _end)
        {
            _start = _end = 0;
        }

        if (_end == _bytes.Length)
        {
            MakeRoom();
        }

        return _bytes.AsMemory(_end);
    }

    public void Received(int count) => _end += count;

    /// <summary>The next whole message, valid until the next call of <see cref="Free"/>.</summary>
    /// <exception cref="InvalidDataException">What was received is no message.</exception>
    public bool TryTake(out ReadOnlyMemory<byte> message)
    {
        var available = _end - _start;
        if (available >= MessageFrame.HeaderLength)
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(_bytes.AsSpan(_start));
            if (length is <= 0 or > MessageFrame.MaxLength)
            {
                throw new InvalidDataException($"a message of {length} bytes was announced");
            }

            if (available - MessageFrame.HeaderLength >= length)
            {
                message = _bytes.AsMemory(_start + MessageFrame.HeaderLength, length);
                _start += MessageFrame.HeaderLength + length;
                return true;
            }
        }

        message = default;
        return false;
    }

    private void MakeRoom()
    {
        var used = _end - _start;
        var target = used > _bytes.Length / 2 ? new byte[Math.Min(2L * _bytes.Length, Array.MaxLength)] : _bytes;
        _bytes.AsSpan(_start, used).CopyTo(target);
        (_bytes, _start, _end) = (target, 0, used);
    }
}
