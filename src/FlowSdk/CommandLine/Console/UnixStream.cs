using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace FlowSdk.CommandLine;

/// <summary>
/// Writes straight to a file descriptor. The console's own stream takes the lock of <see cref="Console.Out"/> for each write;
/// an inline step that prints holds that lock while it waits for its lines to be written, and so both would wait for ever.
/// </summary>
[UnsupportedOSPlatform("windows")]
internal static partial class UnixStream
{
    private const int Interrupted = 4;
    private const short ReadyToWrite = 4;

    // EAGAIN, which has another number on macOS: a terminal or pipe that someone has made non-blocking is full.
    private static readonly int TryAgain = OperatingSystem.IsLinux() ? 11 : 35;

    /// <summary>Writes all bytes.</summary>
    /// <exception cref="IOException">The reader has gone, or the disk is full.</exception>
    public static unsafe void Write(int descriptor, ReadOnlySpan<byte> bytes)
    {
        fixed (byte* start = bytes)
        {
            var done = 0;
            while (done < bytes.Length)
            {
                var written = (int)Write(descriptor, start + done, bytes.Length - done);
                if (written >= 0)
                {
                    done += written;
                    continue;
                }

                var error = Marshal.GetLastPInvokeError();
                if (error == TryAgain)
                {
                    var waiting = new Poll { Descriptor = descriptor, Events = ReadyToWrite };
                    _ = WaitUntilReady(&waiting, 1, -1);
                }
                else if (error != Interrupted)
                {
                    throw new IOException(Marshal.GetPInvokeErrorMessage(error), error);
                }
            }
        }
    }

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    private static unsafe partial nint Write(int descriptor, byte* bytes, nint count);

    [LibraryImport("libc", EntryPoint = "poll", SetLastError = true)]
    private static unsafe partial int WaitUntilReady(Poll* polls, nint count, int milliseconds);

    [StructLayout(LayoutKind.Sequential)]
    private struct Poll
    {
        public int Descriptor;
        public short Events;
        public short Happened;
    }
}
