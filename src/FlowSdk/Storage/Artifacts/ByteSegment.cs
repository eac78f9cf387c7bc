using System.Buffers;

namespace FlowSdk.Storage;

/// <summary>A piece of a sequence of bytes.</summary>
internal sealed class ByteSegment : ReadOnlySequenceSegment<byte>
{
    private ByteSegment(ReadOnlyMemory<byte> memory, long runningIndex) => (Memory, RunningIndex) = (memory, runningIndex);

    /// <summary>Several pieces as one sequence, without copying.</summary>
    public static ReadOnlySequence<byte> Join(IEnumerable<ReadOnlyMemory<byte>> pieces)
    {
        ByteSegment? first = null;
        ByteSegment? last = null;
        foreach (var piece in pieces)
        {
            var next = new ByteSegment(piece, last is null ? 0 : last.RunningIndex + last.Memory.Length);
            first ??= next;
            last?.Next = next;
            last = next;
        }

        return first is null ? default : new(first, 0, last!, last!.Memory.Length);
    }
}
