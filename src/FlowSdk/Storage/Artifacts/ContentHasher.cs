using System.Buffers;
using System.Security.Cryptography;

namespace FlowSdk.Storage;

/// <summary>Hashes content.</summary>
internal static class ContentHasher
{
    public static ContentHash Hash(ReadOnlySpan<byte> content)
    {
        Span<byte> hash = stackalloc byte[ContentHash.Size];
        SHA256.HashData(content, hash);
        return ContentHash.Read(hash);
    }

    public static ContentHash Hash(ReadOnlySequence<byte> content)
    {
        if (content.IsSingleSegment)
        {
            return Hash(content.FirstSpan);
        }

        using var hasher = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var piece in content)
        {
            hasher.AppendData(piece.Span);
        }

        Span<byte> hash = stackalloc byte[ContentHash.Size];
        hasher.GetHashAndReset(hash);
        return ContentHash.Read(hash);
    }
}
