using System.Buffers;
using Microsoft.Win32.SafeHandles;

namespace FlowSdk.Storage;

internal sealed partial class LocalObjectStore
{
    // The content goes to a file of its own first: what has a key is whole.
    private ObjectInfo? Write(string key, string path, ReadOnlySequence<byte> content, string? expectedVersion)
    {
        Prepare();
        var temporary = Path.Combine(_root, "~temp", Guid.NewGuid().ToString("n"));
        try
        {
            using (var handle = InFolder(temporary, () => File.OpenHandle(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None)))
            {
                LocalContent.Write(handle, content, 0);
            }

            return _mutex.Run(path, () =>
            {
                var found = Info(key, new FileInfo(path));
                if (found?.Version != expectedVersion)
                {
                    return null;
                }

                File.SetLastWriteTimeUtc(temporary, NextStamp(found));
                InFolder(path, () =>
                {
                    File.Move(temporary, path, overwrite: true);
                    return true;
                });
                _unsynced.Add(path);
                return Info(key, new FileInfo(path));
            });
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private bool Append(string path, long expectedLength, ReadOnlySequence<byte> content)
    {
        if (expectedLength > 0 && !File.Exists(path))
        {
            return false;
        }

        SafeFileHandle handle;
        try
        {
            handle = InFolder(path, () => File.OpenHandle(
                path, expectedLength == 0 ? FileMode.OpenOrCreate : FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete));
        }
        catch (FileNotFoundException)
        {
            return false;
        }

        using (handle)
        {
            if (RandomAccess.GetLength(handle) != expectedLength)
            {
                return false;
            }

            try
            {
                LocalContent.Write(handle, content, expectedLength);
            }
            catch (IOException)
            {
                RandomAccess.SetLength(handle, expectedLength);
                throw;
            }
        }

        _unsynced.Add(path);
        return true;
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

        Directory.CreateDirectory(_root);
        IgnoreInGit(Path.Combine(_root, ".gitignore"));
        _exists = true;
        try
        {
            // Another process may have made it a store of another version meanwhile.
            if (Write(LocalFormat.Key, PathOf(LocalFormat.Key), new(LocalFormat.Content), null) is null)
            {
                LocalFormat.Check(_root, Location);
            }
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

    private static T InFolder<T>(string path, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception exception) when (exception is DirectoryNotFoundException or FileNotFoundException)
        {
            // The latter when someone else makes the folder just then.
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            return action();
        }
    }
}
