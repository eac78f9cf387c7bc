namespace FlowSdk.Storage;

/// <summary>A file in the store.</summary>
/// <param name="RelativePath">Its path in the stored directory, with slashes; empty if it was stored by itself.</param>
/// <param name="Length">Its length in bytes.</param>
/// <param name="Chunks">The hashes of its chunks.</param>
internal sealed record StoredFile(string RelativePath, long Length, IReadOnlyList<ContentHash> Chunks);
