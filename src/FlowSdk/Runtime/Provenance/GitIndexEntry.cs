using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace FlowSdk.Runtime.Provenance;

/// <summary>A file that git knows.</summary>
/// <param name="Path">Its path in the work tree, with slashes.</param>
/// <param name="ModifiedAt">When it was changed before git last looked at it, in UTC.</param>
/// <param name="Size">Its length then, the lowest 32 bits.</param>
/// <param name="Hash">The hash of its content.</param>
/// <param name="IsRegular">False for a link or a submodule, of which only the path is looked at.</param>
/// <param name="IsIgnored">Whether git was told not to look at it.</param>
/// <param name="IsUnmerged">Whether a merge waits to be resolved.</param>
internal sealed record GitIndexEntry(string Path, DateTime ModifiedAt, uint Size, string Hash, bool IsRegular, bool IsIgnored, bool IsUnmerged)
{
    private const int FixedSize = 62;

    public static GitIndexEntry Read(ReadOnlySpan<byte> bytes, out int length)
    {
        var flags = BinaryPrimitives.ReadUInt16BigEndian(bytes[60..]);
        var isExtended = (flags & 0x4000) != 0;
        var isSkipped = isExtended && (bytes[FixedSize] & 0x40) != 0;
        var name = bytes[(isExtended ? FixedSize + 2 : FixedSize)..];
        name = name[..name.IndexOf((byte)0)];
        length = ((isExtended ? FixedSize + 2 : FixedSize) + name.Length + 8) / 8 * 8;
        var seconds = BinaryPrimitives.ReadUInt32BigEndian(bytes[8..]);
        var nanoseconds = BinaryPrimitives.ReadUInt32BigEndian(bytes[12..]);
        return new(
            Encoding.UTF8.GetString(name),
            DateTime.UnixEpoch.AddTicks((seconds * TimeSpan.TicksPerSecond) + (nanoseconds / TimeSpan.NanosecondsPerTick)),
            BinaryPrimitives.ReadUInt32BigEndian(bytes[36..]),
            Convert.ToHexStringLower(bytes.Slice(40, 20)),
            bytes[26] >> 4 == 0b1000,
            (flags & 0x8000) != 0 || isSkipped,
            (flags & 0x3000) != 0);
    }

    /// <summary>Whether the file is not as it was when git looked.</summary>
    public bool IsChanged(string workTree, DateTime writtenAt)
    {
        if (IsUnmerged || IsIgnored)
        {
            return IsUnmerged;
        }

        var file = new FileInfo(System.IO.Path.Combine(workTree, Path));
        if (!IsRegular)
        {
            return !file.Exists && file.LinkTarget is null && !Directory.Exists(file.FullName);
        }

        return !file.Exists
            || (uint)file.Length != Size
            || ((file.LastWriteTimeUtc != ModifiedAt || ModifiedAt >= writtenAt) && HashOf(file) != Hash);
    }

    [SuppressMessage("Security", "CA5350:Do not use weak cryptographic algorithms", Justification = "It is git's own hash of a file, and protects nothing.")]
    private static string HashOf(FileInfo file)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
        hash.AppendData(Encoding.ASCII.GetBytes($"blob {file.Length}\0"));
        hash.AppendData(File.ReadAllBytes(file.FullName));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
