using FlowSdk.Metadata;

namespace FlowSdk.Runtime.Execution;

/// <summary>What an attempt came to, as whoever executed it tells.</summary>
internal abstract record TaskResult
{
    private TaskResult()
    {
    }

    /// <summary>The step returned.</summary>
    /// <param name="Transition">Where the flow goes on; null at the end.</param>
    /// <param name="Changes">The artifacts that differ from those it started with, in rising order.</param>
    public sealed record Success(TakenTransition? Transition, IReadOnlyList<ArtifactChange> Changes) : TaskResult;

    /// <summary>The store cannot be used: no other attempt would fare better, and the run ends.</summary>
    /// <param name="Reason">What is wrong with it.</param>
    public sealed record Broken(FlowException Reason) : TaskResult;

    /// <summary>The step, or what must be done around it, failed.</summary>
    /// <param name="Reason">Why.</param>
    /// <param name="MayRetry">Whether another attempt could fare better.</param>
    public sealed record Failure(StepFailure Reason, bool MayRetry) : TaskResult
    {
        /// <summary>For a task whose failure may be caught, the artifacts that it had set before; else empty.</summary>
        public IReadOnlyList<ArtifactChange> Changes { get; init; } = [];

        /// <summary>The exit code of the worker process that ended with the attempt; null if none did.</summary>
        public int? Exit { get; init; }
    }
}
