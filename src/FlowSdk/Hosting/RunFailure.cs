namespace FlowSdk;

/// <summary>A task that failed for good.</summary>
/// <param name="PathSpec">Flow, run, step and task, with slashes between.</param>
/// <param name="StepName">The task's step.</param>
/// <param name="TaskId">The task's id.</param>
/// <param name="Attempt">The last attempt at it, from 0.</param>
/// <param name="Failure">Why that attempt failed.</param>
public sealed record RunFailure(string PathSpec, string StepName, string TaskId, int Attempt, StepFailure Failure);
