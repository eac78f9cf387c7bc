namespace FlowSdk.Storage;

/// <summary>What was changed since the last sync: the content of files, and the names in folders. May be used from any thread.</summary>
internal sealed class LocalUnsynced(LocalDisk disk)
{
    /// <summary>Beyond this many, one call for all that the system holds is quicker than one for each.</summary>
    private const int Many = 64;

    private readonly Lock _lock = new();
    private readonly Lock _flushing = new();
    private HashSet<string> _files = [];
    private HashSet<string> _folders = [];
    private bool _isFlushing;

    /// <summary>Whether all is on disk.</summary>
    public bool IsEmpty
    {
        get
        {
            lock (_lock)
            {
                return _files.Count == 0 && _folders.Count == 0 && !_isFlushing;
            }
        }
    }

    /// <summary>A file has other content.</summary>
    public void AddFile(string path)
    {
        lock (_lock)
        {
            _files.Add(path);
        }
    }

    /// <summary>A name in a folder is new, or stands for something else.</summary>
    public void AddName(string path)
    {
        lock (_lock)
        {
            _folders.Add(Path.GetDirectoryName(path)!);
        }
    }

    /// <summary>Writes it all to disk. Who comes while another flushes waits: what it needs may be among that.</summary>
    public void Flush()
    {
        lock (_flushing)
        {
            var (files, folders) = Take();
            try
            {
                Flush(files, folders);
            }
            catch
            {
                lock (_lock)
                {
                    _files.UnionWith(files);
                    _folders.UnionWith(folders);
                }

                throw;
            }
            finally
            {
                lock (_lock)
                {
                    _isFlushing = false;
                }
            }
        }
    }

    private (HashSet<string> Files, HashSet<string> Folders) Take()
    {
        lock (_lock)
        {
            var taken = (_files, _folders);
            (_files, _folders, _isFlushing) = ([], [], true);
            return taken;
        }
    }

    private void Flush(HashSet<string> files, HashSet<string> folders)
    {
        if (files.Count + folders.Count > Many && !OperatingSystem.IsWindows())
        {
            disk.FlushAll();
            return;
        }

        foreach (var file in files)
        {
            try
            {
                disk.FlushFile(file);
            }
            catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
            {
                // Deleted since it was written: nothing is left to lose.
            }
        }

        foreach (var folder in folders)
        {
            disk.FlushFolder(folder);
        }
    }
}
