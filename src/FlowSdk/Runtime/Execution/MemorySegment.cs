using System.Buffers;

namespace FlowSdk.Runtime.Execution;

/// <summary>A piece of a sequence of bytes that lies in several places.</summary>
internal sealed class MemorySegment : ReadOnlySequenceSegment<byte>
{
    public static ReadOnlySequence<byte> Join(IReadOnlyList<ReadOnlyMemory<byte>> parts)
    {
        var first = new MemorySegment { Memory = parts[0] };
        var last = first;
        for (var i = 1; i < parts.Count; i++)
        {
            var next = new MemorySegment { Memory = parts[i], RunningIndex = last.RunningIndex + last.Memory.Length };
            last.Next = next;
            last = next;
        }

        return new(first, 0, last, last.Memory.Length);
    }
}
