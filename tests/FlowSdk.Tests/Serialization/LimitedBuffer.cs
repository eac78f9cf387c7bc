using System.Buffers;

namespace FlowSdk.Tests.Serialization;

/// <summary>Keeps what is written to it, and refuses to take much at once.</summary>
internal sealed class LimitedBuffer : IBufferWriter<byte>
{
    private const int MaxAtOnce = 256 * 1024;

    private readonly ArrayBufferWriter<byte> _all = new();

    public ReadOnlySpan<byte> Written => _all.WrittenSpan;

    public void Advance(int count) => _all.Advance(count);

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        sizeHint.ShouldBeLessThanOrEqualTo(MaxAtOnce);
        var size = Math.Max(sizeHint, 4096);
        return _all.GetMemory(size)[..size];
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;
}
