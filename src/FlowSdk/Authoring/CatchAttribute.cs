namespace FlowSdk;

/// <summary>Goes on when a task has failed for good: the failure is kept in an artifact, and the run takes the step's transition.</summary>
/// <param name="artifact">The name of an artifact of type <see cref="StepFailure"/>, nullable. Use <c>nameof</c>.</param>
/// <remarks>
/// Whatever an attempt fails of is caught, after the last retry: an exception, a timeout, the death of the worker process. What
/// the step had set before an exception is kept; of a process that died it is not, and the task's artifacts are then those it
/// started with. When the step succeeds the artifact is null. The step may have only one transition, to one step or a branch,
/// since nobody is left to choose one.
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CatchAttribute(string artifact) : Attribute
{
    /// <summary>The name of the artifact that holds the failure.</summary>
    public string Artifact { get; } = artifact;
}
