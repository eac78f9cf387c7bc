using FlowSdk.Runtime.Execution;

namespace FlowSdk.Runtime.Workers;

/// <summary>Is told what becomes of workers. Called from any thread.</summary>
internal interface IWorkerOwner
{
    /// <summary>The worker waits for its first task.</summary>
    void OnReady(Worker worker);

    /// <summary>The worker's task is over, its output is kept, and the worker waits for the next.</summary>
    void OnTaskEnded(Worker worker, RunningAttempt attempt, TaskResult result);

    /// <summary>The worker's process has ended, and its output is kept.</summary>
    /// <param name="worker">The worker.</param>
    /// <param name="attempt">The attempt that it was at; null if none.</param>
    /// <param name="hasBegun">Whether the attempt's step had begun.</param>
    /// <param name="reason">What that means for the attempt.</param>
    /// <param name="exit">The process's exit code.</param>
    void OnDied(Worker worker, RunningAttempt? attempt, bool hasBegun, StepFailure reason, int exit);

    /// <summary>Workers cannot work at all: the run has to end.</summary>
    void OnFault(Exception fault);
}
