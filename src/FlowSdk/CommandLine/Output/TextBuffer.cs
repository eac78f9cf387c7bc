using System.Buffers;
using System.Text;

namespace FlowSdk.CommandLine;

/// <summary>
/// Hands on to a writer, as text, the UTF-8 that is written: a document of any size needs little memory, and a small one that fails half-way leaves nothing.
/// </summary>
internal sealed class TextBuffer(TextWriter output) : IBufferWriter<byte>
{
    private const int MaxHeldBack = 1 << 20;
    private const int PieceLength = 16 * 1024;

    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private readonly char[] _text = new char[Encoding.UTF8.GetMaxCharCount(PieceLength)];
    private byte[] _held = new byte[PieceLength];
    private int _count;

    public void Advance(int count) => _count += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        var needed = _count + Math.Max(sizeHint, 1);
        if (needed > MaxHeldBack)
        {
            HandOn();
            needed = sizeHint;
        }

        if (needed > _held.Length)
        {
            Array.Resize(ref _held, Math.Max(needed, 2 * _held.Length));
        }

        return _held.AsMemory(_count);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    /// <summary>Hands on what is held back.</summary>
    public void HandOn()
    {
        for (var from = 0; from < _count; from += PieceLength)
        {
            var count = _decoder.GetChars(_held.AsSpan(from, Math.Min(PieceLength, _count - from)), _text, flush: false);
            output.Write(_text.AsSpan(0, count));
        }

        _count = 0;
    }
}
