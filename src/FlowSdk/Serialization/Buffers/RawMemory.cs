using System.Buffers;
using System.Runtime.InteropServices;

namespace FlowSdk.Serialization;

/// <summary>Shows memory of numbers as the bytes that it consists of.</summary>
internal sealed class RawMemory<T>(ReadOnlyMemory<T> memory) : MemoryManager<byte>
    where T : unmanaged
{
    private readonly Lock _gate = new();
    private MemoryHandle _handle;
    private int _pins;

    public override Span<byte> GetSpan() => MemoryMarshal.AsBytes(MemoryMarshal.AsMemory(memory).Span);

    public override unsafe MemoryHandle Pin(int elementIndex = 0)
    {
        lock (_gate)
        {
            if (_pins++ == 0)
            {
                _handle = memory.Pin();
            }

            return new((byte*)_handle.Pointer + elementIndex, default, this);
        }
    }

    public override void Unpin()
    {
        lock (_gate)
        {
            if (--_pins == 0)
            {
                _handle.Dispose();
            }
        }
    }

    protected override void Dispose(bool disposing)
    {
    }
}
