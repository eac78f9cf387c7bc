namespace FlowSdk.Storage;

internal sealed partial class LocalObjectStore : IFolderUpkeep
{
    public (int Count, long Length) ClearUnfinished(DateTimeOffset before, bool remove) => Guard("clearing unfinished writes", () =>
    {
        var (count, length) = (0, 0L);
        var folder = new DirectoryInfo(Path.Combine(_root, "~temp"));
        foreach (var file in folder.Exists ? folder.EnumerateFiles() : [])
        {
            var size = file.Exists ? file.Length : 0;
            if (file.LastWriteTimeUtc < before.UtcDateTime && (!remove || TryDelete(file.FullName)))
            {
                (count, length) = (count + 1, length + size);
            }
        }

        return (count, length);
    });

    public void RemoveFolder(string prefix)
    {
        var folder = PathOf(prefix.TrimEnd('/'));
        Guard(prefix, () => Directory.Exists(folder) && RemoveEmpty(folder));
    }

    public void RemoveEmptyFolders(string prefix, DateTimeOffset before)
    {
        var root = PathOf(prefix.TrimEnd('/'));
        Guard(prefix, () =>
        {
            foreach (var folder in Directory.Exists(root) ? Directory.GetDirectories(root) : [])
            {
                RemoveIfUnused(folder, before.UtcDateTime);
            }

            return true;
        });
    }

    private void RemoveIfUnused(string folder, DateTime before)
    {
        try
        {
            // Looked at first: to remove a folder in it is a change.
            var isOld = Directory.GetLastWriteTimeUtc(folder) < before;
            foreach (var inner in Directory.GetDirectories(folder))
            {
                RemoveIfUnused(inner, before);
            }

            if (isOld && Directory.GetFileSystemEntries(folder).All(RemoveIfUnheld))
            {
                Directory.Delete(folder);
            }
        }
        catch (IOException)
        {
            // Someone has written to it just now, or has removed it.
        }
    }

    // A lock that nobody holds. Who would take it just then is told that someone else has it.
    private bool RemoveIfUnheld(string path)
    {
        if (!path.EndsWith('~') || Directory.Exists(path))
        {
            return false;
        }

        using var held = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Delete);
        return TryDelete(path);
    }

    // From the inside outward; what is not empty stays, and so does all around it.
    private bool RemoveEmpty(string folder)
    {
        var isEmpty = true;
        foreach (var path in Directory.GetFileSystemEntries(folder))
        {
            isEmpty &= Directory.Exists(path) ? RemoveEmpty(path) : path.EndsWith('~') && TryDelete(path);
        }

        if (isEmpty)
        {
            Directory.Delete(folder);
        }

        return isEmpty;
    }

    // Windows keeps a file that someone has open; it goes the next time.
    private bool TryDelete(string path)
    {
        try
        {
            _disk.Delete(path);
            return true;
        }
        catch (IOException exception) when (LocalErrors.IsShareViolation(exception))
        {
            return false;
        }
    }
}
