namespace FlowSdk;

/// <summary>What a run came to.</summary>
/// <param name="PathSpec">Flow and run, with a slash between.</param>
/// <param name="Status">Succeeded, failed or canceled.</param>
/// <param name="Failures">The tasks that failed for good, in the order in which they did; the first 10 only.</param>
/// <param name="FailureCount">How many failed for good.</param>
public sealed record RunResult(string PathSpec, RunStatus Status, IReadOnlyList<RunFailure> Failures, long FailureCount)
{
    /// <summary>Throws unless the run has succeeded.</summary>
    /// <returns>This result.</returns>
    /// <exception cref="RunFailedException">The run has failed, or was canceled.</exception>
    public RunResult EnsureSucceeded() => Status == RunStatus.Succeeded ? this : throw new RunFailedException(this);
}
