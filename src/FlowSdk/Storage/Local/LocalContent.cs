using System.Buffers;
using Microsoft.Win32.SafeHandles;

namespace FlowSdk.Storage;

/// <summary>Writes content to a file without copying it.</summary>
internal static class LocalContent
{
    public static void Write(SafeFileHandle handle, ReadOnlySequence<byte> content, long offset)
    {
        if (content.IsSingleSegment)
        {
            RandomAccess.Write(handle, content.FirstSpan, offset);
            return;
        }

        var pieces = new List<ReadOnlyMemory<byte>>();
        foreach (var piece in content)
        {
            if (!piece.IsEmpty)
            {
                pieces.Add(piece);
            }
        }

        RandomAccess.Write(handle, pieces, offset);
    }
}
