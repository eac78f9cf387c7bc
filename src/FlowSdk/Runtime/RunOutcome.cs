namespace FlowSdk.Runtime;

/// <summary>What a run came to.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Status">Succeeded, failed or canceled.</param>
/// <param name="Failures">The tasks that failed for good, in the order in which they did; the first few only.</param>
/// <param name="FailureCount">How many failed for good.</param>
internal sealed record RunOutcome(string RunId, RunStatus Status, IReadOnlyList<TaskFailure> Failures, long FailureCount);

/// <summary>A task that failed for good.</summary>
internal sealed record TaskFailure(string PathSpec, int Step, long TaskId, int Attempt, StepFailure Failure);
