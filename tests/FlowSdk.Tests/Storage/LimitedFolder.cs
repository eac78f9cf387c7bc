using System.Diagnostics;

namespace FlowSdk.Tests.Storage;

/// <summary>A folder on a file system of its own, small or read-only. Only the superuser of a Linux machine may make one.</summary>
internal sealed class LimitedFolder : IDisposable
{
    private LimitedFolder(string path) => Path = path;

    public string Path { get; }

    /// <summary>Makes one; null where that is not allowed.</summary>
    public static LimitedFolder? TryMount(string options)
    {
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root")
        {
            return null;
        }

        var path = Directory.CreateTempSubdirectory("flowsdk-").FullName;
        if (Run("mount", "-t", "tmpfs", "-o", options, "none", path) == 0)
        {
            return new(path);
        }

        Directory.Delete(path);
        return null;
    }

    public void MakeReadOnly() => Run("mount", "-o", "remount,ro", Path).ShouldBe(0);

    public void Dispose()
    {
        Run("umount", Path).ShouldBe(0);
        Directory.Delete(Path);
    }

    private static int Run(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode;
    }
}
