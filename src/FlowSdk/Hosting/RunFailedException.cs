namespace FlowSdk;

/// <summary>A run that was expected to succeed has failed, or was canceled. The message tells the first failure, with the stack of what the step threw.</summary>
public sealed class RunFailedException : FlowException
{
    internal RunFailedException(RunResult result)
        : base(result.Status == RunStatus.Canceled ? FlowErrors.RunCanceled : FlowErrors.StepFailed, Describe(result)) => Result = result;

    /// <summary>What the run came to.</summary>
    public RunResult Result { get; }

    private static string Describe(RunResult result)
    {
        if (result.Failures is not [var first, ..])
        {
            return $"The run {result.PathSpec} was {result.Status.ToString().ToLowerInvariant()} before it came to its end.";
        }

        var others = result.FailureCount > 1 ? $" {result.FailureCount - 1} more tasks failed." : "";
        var (type, text) = (first.Failure.Type, first.Failure.Message);
        var stack = first.Failure.StackTrace.Length == 0 ? "" : $"{Environment.NewLine}{first.Failure.StackTrace}";
        return $"The run {result.PathSpec} failed, at {first.StepName}/{first.TaskId}: {(type.Length == 0 ? text : $"{type}: {text}")}{others}{stack}";
    }
}
