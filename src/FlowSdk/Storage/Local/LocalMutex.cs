using System.Diagnostics;
using Microsoft.Win32.SafeHandles;

namespace FlowSdk.Storage;

/// <summary>
/// Lets one change of a key at a time happen among all processes that use a folder. Keys share a few lock files, which stay.
/// </summary>
internal sealed class LocalMutex(string folder)
{
    private const int Stripes = 64;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Lock[] _own = [.. Enumerable.Range(0, Stripes).Select(_ => new Lock())];

    /// <summary>Does something to a key while nobody else changes it.</summary>
    public T Run<T>(string path, Func<T> change)
    {
        var stripe = (int)(Hash(path) % Stripes);
        lock (_own[stripe])
        {
            using var handle = Open(Path.Combine(folder, stripe.ToString("x2", null)));
            return change();
        }
    }

    // No portable call waits for a file lock. Each is held for microseconds, by another process only, so this
    // spins, then sleeps a millisecond at a time.
    private static SafeFileHandle Open(string path)
    {
        var wait = new SpinWait();
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                return File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (Exception exception) when (exception is DirectoryNotFoundException or FileNotFoundException)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            }
            catch (IOException exception) when (LocalErrors.IsShareViolation(exception) && Stopwatch.GetElapsedTime(began) < Patience)
            {
                wait.SpinOnce();
            }
        }
    }

    // The same in every process, unlike string.GetHashCode.
    private static uint Hash(string path)
    {
        var hash = 2166136261;
        foreach (var c in path)
        {
            hash = (hash ^ c) * 16777619;
        }

        return hash ^ (hash >> 15);
    }
}
