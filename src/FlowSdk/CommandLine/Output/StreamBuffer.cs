using System.Buffers;

namespace FlowSdk.CommandLine;

/// <summary>Hands on to a stream what is written, so that a document of any size needs little memory.</summary>
internal sealed class StreamBuffer(Stream stream) : IBufferWriter<byte>
{
    private byte[] _buffer = new byte[64 << 10];

    public void Advance(int count) => stream.Write(_buffer, 0, count);

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        if (sizeHint > _buffer.Length)
        {
            _buffer = new byte[sizeHint];
        }

        return _buffer;
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;
}
