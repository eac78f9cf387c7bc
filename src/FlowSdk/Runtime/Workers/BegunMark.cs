using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace FlowSdk.Runtime.Workers;

/// <summary>
/// Tells, after a worker's death, whether the step of its task had begun: the worker writes the task's number to a small file just
/// before. That costs no message, and survives any death of the process.
/// </summary>
internal static class BegunMark
{
    private const int Length = sizeof(long);

    public static void Create(string path) => File.WriteAllBytes(path, new byte[Length]);

    public static SafeFileHandle Open(string path) => File.OpenHandle(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);

    public static void Write(SafeFileHandle file, long sequence)
    {
        Span<byte> bytes = stackalloc byte[Length];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, sequence);
        RandomAccess.Write(file, bytes, fileOffset: 0);
    }

    /// <summary>The number of the last task whose step had begun; 0 if none had.</summary>
    public static long Read(string path)
    {
        using var file = File.OpenHandle(path, share: FileShare.ReadWrite | FileShare.Delete);
        Span<byte> bytes = stackalloc byte[Length];
        return RandomAccess.Read(file, bytes, fileOffset: 0) == Length ? BinaryPrimitives.ReadInt64LittleEndian(bytes) : 0;
    }
}
