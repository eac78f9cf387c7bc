using System.Diagnostics.CodeAnalysis;

namespace FlowSdk.Runtime.Machine;

/// <summary>A lock that one process of the machine can hold at a time; the system releases it when that process dies, however it dies.</summary>
internal sealed class SlotLock : IDisposable
{
    private readonly FileStream _file;

    private SlotLock(FileStream file) => _file = file;

    /// <summary>Takes the lock if nobody has it.</summary>
    /// <param name="directory">The directory of the locks, which is made if it is not there.</param>
    /// <param name="name">The lock's name.</param>
    /// <param name="taken">The lock, to be disposed.</param>
    public static bool TryTake(string directory, string name, [NotNullWhen(true)] out SlotLock? taken)
    {
        Create(directory);
        var path = Path.Combine(directory, name + ".lock");
        try
        {
            taken = new SlotLock(Open(path));
            return true;
        }
        catch (IOException) when (File.Exists(path))
        {
            taken = null;
            return false;
        }
    }

    public void Dispose() => _file.Dispose();

    // Opened for reading only, which the files of other users allow; and an existing file is opened without the wish to create
    // it, which Linux refuses for other users' files in a directory that all can write.
    private static FileStream Open(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.None);
        }
        catch (FileNotFoundException)
        {
            CreateFile(path);
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.None);
        }
    }

    private static void CreateFile(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(file.SafeFileHandle, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
            }
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process was faster; the file is all that is wanted.
        }
    }

    private static void Create(string directory)
    {
        if (Directory.Exists(directory))
        {
            return;
        }

        Directory.CreateDirectory(directory);
        if (!OperatingSystem.IsWindows())
        {
            const UnixFileMode everybody = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
                | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
                | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute
                | UnixFileMode.StickyBit;
            File.SetUnixFileMode(directory, everybody);
        }
    }
}
