namespace FlowSdk.Serialization;

/// <summary>Keeps files of any size, as chunks under a manifest.</summary>
internal interface IFileStore
{
    /// <summary>Stores a file or directory, streamed.</summary>
    /// <returns>The hash of its manifest.</returns>
    ContentHash Store(string path);

    /// <summary>Sees to it that a file or directory that is stored already, here or in another store, is here, as if it had just been stored.</summary>
    /// <param name="manifest">The hash of its manifest.</param>
    /// <param name="source">Where it is.</param>
    void Keep(ContentHash manifest, IFileStore source);

    /// <summary>Opens a stored file for reading.</summary>
    /// <param name="manifest">The hash of its manifest.</param>
    /// <param name="relativePath">The file in a stored directory, with slashes; empty for a stored file.</param>
    Stream Open(ContentHash manifest, string relativePath);

    /// <summary>The files of a stored directory, or the one file with an empty path, and their lengths in bytes.</summary>
    IReadOnlyList<(string RelativePath, long Length)> List(ContentHash manifest);
}
