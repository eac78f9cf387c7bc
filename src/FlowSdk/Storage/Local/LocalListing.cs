using System.IO.Enumeration;

namespace FlowSdk.Storage;

/// <summary>Walks a folder in the order of keys, reading only the folders that it must.</summary>
internal static class LocalListing
{
    /// <summary>The keys with a prefix, after a key, and their files.</summary>
    public static IEnumerable<(string Key, string Path)> Walk(string root, string prefix, string? startAfter)
    {
        var folder = prefix[..(prefix.LastIndexOf('/') + 1)];
        var path = folder.Length == 0 ? root : Path.Combine(root, LocalKeys.ToPath(folder[..^1]));
        return WalkFolder(path, folder, prefix, startAfter);
    }

    private static IEnumerable<(string Key, string Path)> WalkFolder(string path, string folder, string prefix, string? startAfter)
    {
        foreach (var (text, isFolder, childPath) in Children(path, folder))
        {
            if (isFolder)
            {
                if ((text.StartsWith(prefix, StringComparison.Ordinal) || prefix.StartsWith(text, StringComparison.Ordinal)) && !IsBefore(text, startAfter))
                {
                    foreach (var found in WalkFolder(childPath, text, prefix, startAfter))
                    {
                        yield return found;
                    }
                }
            }
            else if (text.StartsWith(prefix, StringComparison.Ordinal) && string.CompareOrdinal(text, startAfter) > 0)
            {
                yield return (text, childPath);
            }
        }
    }

    // Whether all keys of a folder come before or at a key: then it need not be read.
    private static bool IsBefore(string folder, string? key) =>
        key is not null && string.CompareOrdinal(folder, key) < 0 && !key.StartsWith(folder, StringComparison.Ordinal);

    private static List<(string Text, bool IsFolder, string Path)> Children(string path, string folder)
    {
        var children = new List<(string Text, bool IsFolder, string Path)>();
        Collect(path, folder, children);
        children.Sort(static (x, y) => string.CompareOrdinal(x.Text, y.Text));
        return children;
    }

    private static void Collect(string path, string text, List<(string Text, bool IsFolder, string Path)> children)
    {
        try
        {
            foreach (var (name, isFolder) in new FileSystemEnumerable<(string Name, bool IsFolder)>(
                path, static (ref entry) => (entry.FileName.ToString(), entry.IsDirectory), new EnumerationOptions { AttributesToSkip = 0, IgnoreInaccessible = false }))
            {
                if (name.StartsWith('.') || LocalKeys.FromName(name, out var continues) is not { } part)
                {
                    continue;
                }

                var childPath = Path.Combine(path, name);
                if (continues)
                {
                    Collect(childPath, text + part, children);
                }
                else
                {
                    children.Add((isFolder ? text + part + "/" : text + part, isFolder, childPath));
                }
            }
        }
        catch (DirectoryNotFoundException)
        {
            // Nothing was written there yet, or it was deleted meanwhile: no keys either way.
        }
    }
}
