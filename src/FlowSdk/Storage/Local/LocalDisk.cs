using System.Buffers;
using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace FlowSdk.Storage;

/// <summary>What a store changes in the file system. All of it goes through here, so that a test can look on and cut the power anywhere.</summary>
internal partial class LocalDisk
{
    /// <summary>Makes a folder, unless it is there.</summary>
    public virtual void CreateFolder(string path) => Directory.CreateDirectory(path);

    /// <summary>Makes a file of a new name.</summary>
    public virtual void Create(string path, ReadOnlySequence<byte> content)
    {
        using var handle = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        LocalContent.Write(handle, content, 0);
    }

    /// <summary>Adds to a file, which is created if its length is to be 0.</summary>
    /// <returns>False, and nothing is written, if it has another length.</returns>
    public virtual bool Append(string path, long expectedLength, ReadOnlySequence<byte> content)
    {
        using var handle = File.OpenHandle(
            path, expectedLength == 0 ? FileMode.OpenOrCreate : FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
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

        return true;
    }

    /// <summary>Gives a file another name, which at any time stands for the old file of that name or for this one.</summary>
    public virtual void Move(string from, string to) => File.Move(from, to, overwrite: true);

    public virtual void Delete(string path) => File.Delete(path);

    /// <summary>Makes the content of a file survive a loss of power; that it has its name is up to the folder.</summary>
    public virtual void FlushFile(string path)
    {
        using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        RandomAccess.FlushToDisk(handle);
    }

    /// <summary>Makes the names in a folder survive a loss of power. Windows sees to that itself, and opens no folders.</summary>
    public virtual void FlushFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var handle = OpenFolder(path, ReadOnly);
        if (!handle.IsInvalid)
        {
            RandomAccess.FlushToDisk(handle);
        }
        else if (Marshal.GetLastPInvokeError() is not NoEntry and var error)
        {
            throw new IOException($"{new Win32Exception(error).Message} : '{path}'", error);
        }
    }

    /// <summary>Makes everything that the system holds survive a loss of power; not on Windows.</summary>
    public virtual void FlushAll() => SyncAll();

    private const int ReadOnly = 0;

    private const int NoEntry = 2;

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial SafeFileHandle OpenFolder(string path, int flags);

    [LibraryImport("libc", EntryPoint = "sync")]
    private static partial void SyncAll();
}
