using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace FlowSdk.Runtime.Workers;

/// <summary>What only Unix systems have: process groups.</summary>
[UnsupportedOSPlatform("windows")]
internal static partial class UnixProcess
{
    private const int SigKill = 9;

    /// <summary>Makes this process the leader of a group of its own: a terminal's Ctrl-C does not reach it, and it can be ended with all that it starts.</summary>
    public static void BecomeGroupLeader() => _ = SetProcessGroup(0, 0);

    /// <summary>Ends all processes of a group; does nothing if there is none.</summary>
    public static void KillGroup(int leader) => _ = Kill(-leader, SigKill);

    /// <summary>Ends this process at once, with its group if it leads one.</summary>
    public static void KillSelf()
    {
        var self = Environment.ProcessId;
        if (GetProcessGroup(0) == self)
        {
            _ = Kill(-self, SigKill);
        }

        _ = Kill(self, SigKill);
    }

    /// <summary>Writes out what native code has buffered for its output streams.</summary>
    public static void FlushNativeStreams() => _ = FlushAll(0);

    [LibraryImport("libc", EntryPoint = "setpgid")]
    private static partial int SetProcessGroup(int process, int group);

    [LibraryImport("libc", EntryPoint = "getpgid")]
    private static partial int GetProcessGroup(int process);

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);

    [LibraryImport("libc", EntryPoint = "fflush")]
    private static partial int FlushAll(nint stream);
}
