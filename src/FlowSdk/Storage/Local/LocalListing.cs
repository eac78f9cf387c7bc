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
        var isWithin = startAfter?.StartsWith(folder, StringComparison.Ordinal) ?? false;
        if (!isWithin && string.CompareOrdinal(folder, startAfter) < 0)
        {
            // All keys of this folder come before.
            yield break;
        }

        // All keys here begin with the folder: the rest is what is looked at.
        var children = Children(path, prefix.Length > folder.Length ? prefix[folder.Length..] : "", isWithin ? startAfter![folder.Length..] : null);
        while (children.TryDequeue(out var name, out var rest))
        {
            var (key, childPath) = (folder + rest, Path.Combine(path, name));
            if (!key.EndsWith('/'))
            {
                yield return (key, childPath);
                continue;
            }

            foreach (var found in WalkFolder(childPath, key, prefix, startAfter))
            {
                yield return found;
            }
        }
    }

    // The names of files and folders, by what their keys have after that of this folder. A heap rather than a sorted list: a folder of very many is asked for its first few mostly.
    private static PriorityQueue<string, string> Children(string path, string prefix, string? after)
    {
        var children = new List<(string Name, string Key)>();
        Collect(path, "", "", prefix, after, children);
        return new(children, StringComparer.Ordinal);
    }

    private static void Collect(string path, string folder, string begin, string prefix, string? after, List<(string Name, string Key)> children)
    {
        try
        {
            foreach (var found in new FileSystemEnumerable<string>(
                Path.Combine(path, folder), Name, new EnumerationOptions { AttributesToSkip = 0, IgnoreInaccessible = false }))
            {
                var isFolder = found.EndsWith('/');
                var name = isFolder ? found[..^1] : found;
                if (name.StartsWith('.') || LocalKeys.FromName(name, out var continues) is not { } part)
                {
                    continue;
                }

                var (inner, text) = (folder + name, begin + part);
                if (continues)
                {
                    Collect(path, inner + "/", text, prefix, after, children);
                }
                else if (text.StartsWith(prefix, StringComparison.Ordinal) && (isFolder || string.CompareOrdinal(text, after) > 0))
                {
                    children.Add((inner, isFolder ? text + "/" : text));
                }
            }
        }
        catch (DirectoryNotFoundException)
        {
            // Nothing was written there yet, or it was deleted meanwhile: no keys either way.
        }
    }

    // That of a folder has a slash at its end.
    private static string Name(ref FileSystemEntry entry) => entry.IsDirectory ? string.Concat(entry.FileName, "/") : entry.FileName.ToString();
}
