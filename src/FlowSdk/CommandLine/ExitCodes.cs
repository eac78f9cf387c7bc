namespace FlowSdk.CommandLine;

/// <summary>The exit codes of every flow program; described in docs/command-line.md.</summary>
internal static class ExitCodes
{
    public const int Succeeded = 0;
    public const int StepFailed = 1;
    public const int BadUsage = 2;
    public const int FlowInvalid = 3;
    public const int Canceled = 4;
    public const int StoreUnusable = 5;

    public static int Of(RunStatus status) => status switch
    {
        RunStatus.Succeeded => Succeeded,
        RunStatus.Canceled => Canceled,
        _ => StepFailed,
    };

    /// <summary>The exit code for an error by its id.</summary>
    public static int Of(string errorId) => errorId switch
    {
        FlowErrors.RunNotFound or FlowErrors.NotEnoughGpus => BadUsage,
        FlowErrors.NothingToResume or FlowErrors.OriginIsRunning or FlowErrors.UnknownStep => BadUsage,
        FlowErrors.FlowInvalid => FlowInvalid,
        FlowErrors.RunCanceled => Canceled,
        FlowErrors.CollectionBlocked => StoreUnusable,
        _ when errorId.StartsWith("FLOW12", StringComparison.Ordinal) => StoreUnusable,
        _ when errorId.StartsWith("FLOW13", StringComparison.Ordinal) || errorId.StartsWith("FLOW16", StringComparison.Ordinal) => BadUsage,
        _ when errorId.StartsWith("FLOW0", StringComparison.Ordinal) => FlowInvalid,
        _ => StepFailed,
    };
}
