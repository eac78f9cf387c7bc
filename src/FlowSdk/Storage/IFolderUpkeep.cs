namespace FlowSdk.Storage;

/// <summary>What a store in a folder can do besides: clear away what is no object.</summary>
internal interface IFolderUpkeep
{
    /// <summary>Finds, and removes if asked to, the files of writers that died before what they wrote became an object.</summary>
    /// <param name="before">Only files that nobody has written to since that time, by the store's clock.</param>
    /// <param name="remove">Whether to remove them.</param>
    /// <returns>How many they are, and how many bytes they have.</returns>
    (int Count, long Length) ClearUnfinished(DateTimeOffset before, bool remove);

    /// <summary>Removes what objects leave when they are deleted: empty folders, and locks that nobody holds. A folder with an object in it stays.</summary>
    /// <param name="prefix">The beginning of the keys, up to and including a slash. Nobody may be about to write such a key.</param>
    void RemoveFolder(string prefix);

    /// <summary>Removes empty folders, and those with nothing but locks that nobody holds, beside others that write.</summary>
    /// <param name="prefix">The beginning of the keys, up to and including a slash.</param>
    /// <param name="before">Only folders that nothing was added to or removed from since that time, by the store's clock: whoever has just made one is about to use it.</param>
    void RemoveEmptyFolders(string prefix, DateTimeOffset before);
}
