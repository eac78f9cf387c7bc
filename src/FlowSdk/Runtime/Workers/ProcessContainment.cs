namespace FlowSdk.Runtime.Workers;

/// <summary>Keeps a worker and all that it starts together, so that they end together.</summary>
internal static class ProcessContainment
{
    /// <summary>To be called before the worker does anything else.</summary>
    public static void Begin()
    {
        if (OperatingSystem.IsWindows())
        {
            WindowsProcess.BecomeJob();
        }
        else
        {
            UnixProcess.BecomeGroupLeader();
        }
    }

    /// <summary>Ends this process and all that it has started, at once, whatever they are doing.</summary>
    public static void KillAll()
    {
        if (OperatingSystem.IsWindows())
        {
            WindowsProcess.KillSelf();
        }
        else
        {
            UnixProcess.KillSelf();
        }
    }

    public static void FlushNativeStreams()
    {
        if (OperatingSystem.IsWindows())
        {
            WindowsProcess.FlushNativeStreams();
        }
        else
        {
            UnixProcess.FlushNativeStreams();
        }
    }
}
