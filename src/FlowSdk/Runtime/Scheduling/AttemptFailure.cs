using FlowSdk.Metadata;

namespace FlowSdk.Runtime.Scheduling;

/// <summary>A failed attempt, to be recorded.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="Key">What it is.</param>
/// <param name="Attempt">The attempt.</param>
/// <param name="Failure">Why it failed.</param>
/// <param name="IsFinal">Whether no attempt follows.</param>
/// <param name="RetryDelay">How long until the next attempt, if one follows.</param>
/// <param name="Detail">What the event carried.</param>
internal sealed record AttemptFailure(
    long TaskId, TaskKey Key, int Attempt, StepFailure Failure, bool IsFinal, TimeSpan? RetryDelay, object? Detail)
{
    /// <summary>Whether the run goes on as if the task had succeeded.</summary>
    public bool IsCaught { get; init; }
}
