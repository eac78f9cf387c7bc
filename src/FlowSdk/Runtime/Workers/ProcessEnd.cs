using System.Globalization;

namespace FlowSdk.Runtime.Workers;

/// <summary>How a process ended.</summary>
/// <param name="Kind">By its own exit, or by a signal or crash.</param>
/// <param name="Code">Its exit code, as the system tells it: for a signal on Unix 128 and its number.</param>
/// <param name="Reason">What is known of it, for a person: "exited with code 3".</param>
internal sealed record ProcessEnd(FailureKind Kind, int Code, string Reason)
{
    // Shells and the runtime tell the end by a signal as 128 and its number.
    private const int SignalBase = 128;
    private const int MaxSignal = 64;

    public static ProcessEnd Of(int exitCode)
    {
        if (OperatingSystem.IsWindows())
        {
            return exitCode < 0
                ? new(FailureKind.Signal, exitCode, $"crashed with status 0x{exitCode:X8}{WindowsHint(exitCode)}")
                : new(FailureKind.Exit, exitCode, Exited(exitCode));
        }

        return exitCode is > SignalBase and <= SignalBase + MaxSignal
            ? new(FailureKind.Signal, exitCode, $"was ended by {SignalName(exitCode - SignalBase)}")
            : new(FailureKind.Exit, exitCode, Exited(exitCode));
    }

    private static string Exited(int exitCode) => string.Create(CultureInfo.InvariantCulture, $"exited with code {exitCode}");

    // The numbers that all Unix systems share, and those that differ between Linux and the others.
    private static string SignalName(int signal) => signal switch
    {
        1 => "SIGHUP (its terminal was closed)",
        2 => "SIGINT (someone interrupted it)",
        3 => "SIGQUIT",
        4 => "SIGILL (an instruction that this processor does not have)",
        5 => "SIGTRAP",
        6 => "SIGABRT (it gave up, as after a stack overflow, Environment.FailFast, or an exception that nothing caught)",
        8 => "SIGFPE (an arithmetic error in native code)",
        9 => "SIGKILL (someone killed it, or the system did because memory had run out)",
        11 => "SIGSEGV (native code used memory that is not its own)",
        13 => "SIGPIPE",
        14 => "SIGALRM",
        15 => "SIGTERM (someone ended it)",
        7 when OperatingSystem.IsLinux() => "SIGBUS (mapped memory could not be read or written, as when a disk is full)",
        10 when !OperatingSystem.IsLinux() => "SIGBUS (mapped memory could not be read or written, as when a disk is full)",
        24 => "SIGXCPU (it used more processor time than it may)",
        25 => "SIGXFSZ (it wrote a larger file than it may)",
        _ => string.Create(CultureInfo.InvariantCulture, $"signal {signal}"),
    };

    private static string WindowsHint(int status) => unchecked((uint)status) switch
    {
        0xC0000005 => " (access violation: native code used memory that is not its own)",
        0xC00000FD => " (stack overflow)",
        0xC0000017 => " (no memory)",
        0xE0434352 => " (an exception that nothing caught)",
        0x80131623 => " (Environment.FailFast)",
        0xC000013A => " (interrupted)",
        _ => "",
    };
}
