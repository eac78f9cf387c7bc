using System.Runtime.InteropServices;

namespace FlowSdk.Storage;

/// <summary>The files written since the last sync.</summary>
internal sealed partial class LocalUnsynced
{
    /// <summary>Beyond this many files, one call for all that the system holds is quicker than one for each.</summary>
    private const int ManyFiles = 64;

    private readonly Lock _lock = new();
    private HashSet<string> _paths = [];

    public bool IsEmpty
    {
        get
        {
            lock (_lock)
            {
                return _paths.Count == 0;
            }
        }
    }

    public void Add(string path)
    {
        lock (_lock)
        {
            _paths.Add(path);
        }
    }

    /// <summary>Writes them to disk.</summary>
    /// <returns>How many they were.</returns>
    public int Flush()
    {
        HashSet<string> paths;
        lock (_lock)
        {
            paths = _paths;
            _paths = [];
        }

        if (paths.Count > ManyFiles && !OperatingSystem.IsWindows())
        {
            SyncAll();
            return paths.Count;
        }

        foreach (var path in paths)
        {
            try
            {
                using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
                RandomAccess.FlushToDisk(handle);
            }
            catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
            {
                // Deleted since it was written: nothing is left to lose.
            }
        }

        return paths.Count;
    }

    [LibraryImport("libc", EntryPoint = "sync")]
    private static partial void SyncAll();
}
