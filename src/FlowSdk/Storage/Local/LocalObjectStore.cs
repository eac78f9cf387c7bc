using System.Buffers;
using Microsoft.Win32.SafeHandles;

namespace FlowSdk.Storage;

/// <summary>A store in a folder, for all processes of a machine. Every call but <see cref="SyncAsync"/> completes before it returns.</summary>
/// <remarks>Opening it creates nothing; the first write makes the folder a store.</remarks>
internal sealed partial class LocalObjectStore : IObjectStore
{
    private readonly string _root;
    private readonly TimeProvider _time;
    private readonly LocalMutex _mutex;
    private readonly LocalDisk _disk;
    private readonly LocalUnsynced _unsynced;
    private volatile bool _exists;

    public LocalObjectStore(string folder, TimeProvider time, LocalDisk? disk = null)
    {
        _disk = disk ?? new();
        _unsynced = new(_disk);
        Location = Path.GetFullPath(folder);
        _root = Location;
        _time = time;
        _mutex = new(Path.Combine(_root, "~locks"));
        _exists = Guard("opening it", () => LocalFormat.Check(_root, Location));
    }

    public string Location { get; }

    public ValueTask<ObjectInfo?> FindAsync(string key, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        var path = PathOf(key);
        return new(Guard(key, () => Info(key, new FileInfo(path))));
    }

    public ValueTask<ObjectRead?> ReadAsync(string key, long offset, Memory<byte> destination, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        var path = PathOf(key);
        return new(Guard(key, () => Read(key, path, offset, destination.Span)));
    }

    public ValueTask<ObjectInfo?> PutIfAbsentAsync(string key, ReadOnlySequence<byte> content, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        var path = PathOf(key);
        return new(Guard(key, () => File.Exists(path) ? null : Write(key, path, content, null, isSynced: false)));
    }

    public ValueTask<ObjectInfo?> ReplaceAsync(
        string key, string expectedVersion, ReadOnlySequence<byte> content, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        var path = PathOf(key);
        return new(Guard(key, () => File.Exists(path) ? Write(key, path, content, expectedVersion, isSynced: true) : null));
    }

    public ValueTask<bool> AppendAsync(string key, long expectedLength, ReadOnlySequence<byte> content, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        var path = PathOf(key);
        return new(Guard(key, () =>
        {
            Prepare();
            return _mutex.Run(path, () => Append(path, expectedLength, content));
        }));
    }

    public ValueTask<ObjectPage> ListAsync(string prefix, string? startAfter = null, int pageSize = 1000, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        ArgumentOutOfRangeException.ThrowIfLessThan(pageSize, 1);
        return new(Guard(prefix, () =>
        {
            var page = new List<ObjectInfo>();
            foreach (var (key, path) in LocalListing.Walk(_root, prefix, startAfter))
            {
                if (page.Count == pageSize)
                {
                    return new ObjectPage(page, true);
                }

                if (Info(key, new FileInfo(path)) is { } info)
                {
                    page.Add(info);
                }
            }

            return new ObjectPage(page, false);
        }));
    }

    public ValueTask<bool> DeleteAsync(string key, string? expectedVersion = null, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        var path = PathOf(key);
        return new(Guard(key, () => File.Exists(path) && _mutex.Run(path, () =>
        {
            var found = Info(key, new FileInfo(path));
            if (found is null || (expectedVersion is not null && found.Version != expectedVersion))
            {
                return false;
            }

            _disk.Delete(path);
            _unsynced.AddName(path);
            return true;
        })));
    }

    public ValueTask<bool> RefreshAsync(string key, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        var path = PathOf(key);

        // Not between a conditional delete's look at the version and the delete itself: what was refreshed is there.
        return new(Guard(key, () => File.Exists(path) && _mutex.Run(path, () =>
        {
            if (Info(key, new FileInfo(path)) is not { } found)
            {
                return false;
            }

            File.SetLastWriteTimeUtc(path, NextStamp(found));
            return true;
        })));
    }

    public ValueTask SyncAsync(CancellationToken cancellation = default) => _unsynced.IsEmpty
        ? default
        : new(Task.Run(() => Guard("syncing to disk", Flush), cancellation));

    public ValueTask<DateTimeOffset> GetTimeAsync(CancellationToken cancellation = default) => new(_time.GetUtcNow());

    public ValueTask DisposeAsync() => default;

    private bool Flush()
    {
        _unsynced.Flush();
        return true;
    }

    private static ObjectInfo? Info(string key, FileInfo file) => file.Exists ? Info(key, file.Length, file.LastWriteTimeUtc) : null;

    private static ObjectInfo Info(string key, long length, DateTime modifiedAt) =>
        new(key, length, $"{modifiedAt.Ticks:x}-{length:x}", new(modifiedAt, TimeSpan.Zero));

    private static ObjectRead? Read(string key, string path, long offset, Span<byte> destination)
    {
        // A miss is frequent when artifacts are stored, and an exception is dear.
        if (!File.Exists(path))
        {
            return null;
        }

        SafeFileHandle handle;
        try
        {
            handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }

        using (handle)
        {
            var info = Info(key, RandomAccess.GetLength(handle), File.GetLastWriteTimeUtc(handle));
            var count = 0;
            while (count < destination.Length && offset + count < info.Length && RandomAccess.Read(handle, destination[count..], offset + count) is > 0 and var read)
            {
                count += read;
            }

            return new(count, info);
        }
    }

    private string PathOf(string key) => Path.Combine(_root, LocalKeys.ToPath(key));

    private T Guard<T>(string what, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception exception) when (LocalErrors.Translate(exception, Location, what) is { } error)
        {
            throw error;
        }
    }
}
