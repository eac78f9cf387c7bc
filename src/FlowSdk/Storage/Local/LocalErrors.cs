namespace FlowSdk.Storage;

/// <summary>What an operating system's refusal means to a user.</summary>
internal static class LocalErrors
{
    /// <summary>Whether someone else holds a file open in a way that excludes us.</summary>
    public static bool IsShareViolation(IOException exception) => OperatingSystem.IsWindows()
        ? exception.HResult is unchecked((int)0x80070020) or unchecked((int)0x80070021)
        : exception.HResult == (OperatingSystem.IsLinux() ? 11 : 35); // EWOULDBLOCK

    /// <summary>Whether a disk or a quota has nothing left.</summary>
    public static bool IsFull(IOException exception) => OperatingSystem.IsWindows()
        ? exception.HResult is unchecked((int)0x80070070) or unchecked((int)0x80070027) or unchecked((int)0x80070510)
        : exception.HResult is 28 or 27 || exception.HResult == (OperatingSystem.IsLinux() ? 122 : 69); // ENOSPC, EFBIG, EDQUOT

    /// <summary>The error to throw instead, or null when the exception is not the file system's.</summary>
    public static FlowException? Translate(Exception exception, string location, string what) => exception switch
    {
        FlowException => null,
        UnauthorizedAccessException or IOException { HResult: 30 } or IOException { HResult: unchecked((int)0x80070013) } => new(
            FlowErrors.StoreReadOnly,
            $"The store '{location}' cannot be written to or read: {what} was refused ({exception.Message}). Grant access to the folder, or choose another with --store or FLOWSDK_STORE.",
            exception),
        IOException io when IsFull(io) => new(
            FlowErrors.StoreFull,
            $"The disk of the store '{location}' is full: {what} failed. Free some space and resume the run, or choose another folder with --store or FLOWSDK_STORE.",
            exception),
        IOException => new(
            FlowErrors.StoreUnusable,
            $"The store '{location}' cannot be used: {what} failed ({exception.Message}). Check the folder and its disk, or choose another with --store or FLOWSDK_STORE.",
            exception),
        _ => null,
    };
}
