using System.Buffers;
using Microsoft.Win32.SafeHandles;

namespace FlowSdk.Storage;

internal sealed partial class LocalObjectStore
{
    // The content goes to a file of its own first: what has a key is whole. What is to stand in the place of something else is on disk
    // before, so that a loss of power leaves one or the other.
    private ObjectInfo? Write(string key, string path, ReadOnlySequence<byte> content, string? expectedVersion, bool isSynced)
    {
        Prepare();
        var temporary = Path.Combine(_root, "~temp", Guid.NewGuid().ToString("n"));
        try
        {
            InFolder(temporary, () => _disk.Create(temporary, content));
            if (isSynced)
            {
                _disk.FlushFile(temporary);
            }

            return _mutex.Run(path, () =>
            {
                var found = Info(key, new FileInfo(path));
                if (found?.Version != expectedVersion)
                {
                    return null;
                }

                File.SetLastWriteTimeUtc(temporary, NextStamp(found));
                InFolder(path, () => _disk.Move(temporary, path));
                _unsynced.AddFile(path);
                _unsynced.AddName(path);
                return Info(key, new FileInfo(path));
            });
        }
        finally
        {
            if (File.Exists(temporary))
            {
                _disk.Delete(temporary);
            }
        }
    }

    private bool Append(string path, long expectedLength, ReadOnlySequence<byte> content)
    {
        if (expectedLength > 0 && !File.Exists(path))
        {
            return false;
        }

        var isAdded = false;
        try
        {
            InFolder(path, () => isAdded = _disk.Append(path, expectedLength, content));
        }
        catch (FileNotFoundException)
        {
            return false;
        }

        if (isAdded)
        {
            _unsynced.AddFile(path);
        }

        if (isAdded && expectedLength == 0)
        {
            _unsynced.AddName(path);
        }

        return isAdded;
    }

    // Later than before even when the clock is coarse or was set back: the stamp is a part of the version.
    private DateTime NextStamp(ObjectInfo? before)
    {
        var now = _time.GetUtcNow().UtcDateTime;
        return before is null || now > before.ModifiedAt.UtcDateTime ? now : before.ModifiedAt.UtcDateTime.AddTicks(1);
    }

    private void Prepare()
    {
        if (_exists)
        {
            return;
        }

        MakeFolder(_root);
        IgnoreInGit(Path.Combine(_root, ".gitignore"));
        _exists = true;
        try
        {
            // Another process may have made it a store of another version meanwhile.
            if (Write(LocalFormat.Key, PathOf(LocalFormat.Key), new(LocalFormat.Content), null, isSynced: true) is null)
            {
                LocalFormat.Check(_root, Location);
            }

            // Nothing else is ever on disk without it: a folder that holds other things is no store.
            _unsynced.Flush();
        }
        catch
        {
            _exists = false;
            throw;
        }
    }

    private static void IgnoreInGit(string path)
    {
        try
        {
            if (!File.Exists(path))
            {
                File.WriteAllText(path, "*\n");
            }
        }
        catch (IOException exception) when (LocalErrors.IsShareViolation(exception))
        {
            // Someone else is writing the same.
        }
    }

    private void InFolder(string path, Action action)
    {
        try
        {
            action();
        }
        catch (Exception exception) when (exception is DirectoryNotFoundException or FileNotFoundException)
        {
            // The latter when someone else makes the folder just then.
            MakeFolder(Path.GetDirectoryName(path)!);
            action();
        }
    }

    // One after the other: each is a new name in the one above.
    private void MakeFolder(string path)
    {
        if (Directory.Exists(path))
        {
            return;
        }

        MakeFolder(Path.GetDirectoryName(path)!);
        _disk.CreateFolder(path);
        _unsynced.AddName(path);
    }
}
