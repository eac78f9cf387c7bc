namespace FlowSdk.Tests.PowerCut;

/// <summary>
/// A file system as pessimistic as POSIX lets it be: syncing a file keeps its content, syncing a folder keeps the names in it, and of all else anything
/// may be there after a loss of power, or may not.
/// </summary>
internal sealed class CutDisk
{
    private readonly Dictionary<string, DiskName> _names = new(StringComparer.Ordinal);

    public void Apply(DiskChange change)
    {
        switch (change)
        {
            case DiskChange.FolderMade folder:
                NameOf(folder.Path).Set(DiskName.Folder);
                break;
            case DiskChange.Written written:
                Write(written);
                break;
            case DiskChange.Moved moved:
                NameOf(moved.To).Set(NameOf(moved.From).Now);
                NameOf(moved.From).Set(null);
                break;
            case DiskChange.Deleted deleted:
                NameOf(deleted.Path).Set(null);
                break;
            case DiskChange.FileFlushed flushed:
                NameOf(flushed.Path).Now!.Sync();
                break;
            case DiskChange.FolderFlushed flushed:
                Sync(n => Path.GetDirectoryName(n) == flushed.Path.TrimStart('.'), static _ => { });
                break;
            case DiskChange.AllFlushed:
                Sync(static _ => true, static file => file.Sync());
                break;
        }
    }

    /// <summary>Whether a file is sure to outlive a loss of power.</summary>
    public bool IsSafe(string path) =>
        NameOf(path) is { IsSynced: true, Now: { IsSynced: true } } && Path.GetDirectoryName(path) is { } folder && (folder.Length == 0 || IsSafe(folder));

    /// <summary>What a loss of power leaves: the content of each file by path; null for a folder, which comes before what is in it.</summary>
    public IReadOnlyList<(string Path, byte[]? Content)> After(Loss loss, Random random)
    {
        var left = new List<(string Path, byte[]? Content)>();
        var folders = new HashSet<string> { "" };
        foreach (var (path, name) in _names.OrderBy(n => n.Key, StringComparer.Ordinal))
        {
            if (name.After(loss, random) is { } file && folders.Contains(Path.GetDirectoryName(path)!))
            {
                var isFolder = file == DiskName.Folder;
                left.Add((path, isFolder ? null : file.After(loss, random)));
                if (isFolder)
                {
                    folders.Add(path);
                }
            }
        }

        return left;
    }

    private void Write(DiskChange.Written written)
    {
        var name = NameOf(written.Path);
        if (name.Now is null)
        {
            name.Set(new DiskFile());
        }

        name.Now!.Write(written.Bytes);
    }

    private void Sync(Func<string, bool> isMeant, Action<DiskFile> syncFile)
    {
        foreach (var (path, name) in _names)
        {
            if (isMeant(path))
            {
                name.Sync();
                if (name.Now is { } file)
                {
                    syncFile(file);
                }
            }
        }
    }

    private DiskName NameOf(string path)
    {
        if (!_names.TryGetValue(path, out var name))
        {
            _names.Add(path, name = new DiskName());
        }

        return name;
    }
}
