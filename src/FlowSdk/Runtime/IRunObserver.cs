using FlowSdk.Metadata;
using FlowSdk.Runtime.Scheduling;

namespace FlowSdk.Runtime;

/// <summary>Sees a run as it goes on. Called from the run's loop, one call at a time, save <see cref="OnOutput"/>, which comes from any thread.</summary>
internal interface IRunObserver
{
    /// <summary>The run exists and can be found by others.</summary>
    void OnRunStarted(string runId);

    /// <summary>Something the user should know, that stops nothing.</summary>
    void OnWarning(string id, string message);

    /// <summary>Tasks of a step are due: a foreach adds all its items at once.</summary>
    void OnTasksDue(int step, long count);

    /// <summary>A task that is due was taken over from another run and need not run.</summary>
    void OnTaskReused(int step, long taskId);

    void OnAttemptStarted(int step, long taskId, int attempt);

    void OnTaskSucceeded(int step, long taskId, int attempt);

    void OnAttemptFailed(int step, AttemptFailure failure);

    /// <summary>A line that a step wrote, without its end.</summary>
    void OnOutput(int step, long taskId, int attempt, OutputStream stream, DateTimeOffset time, string line);

    /// <summary>The user asked for the run to stop; running steps have been told.</summary>
    void OnCanceling();

    /// <summary>The run is over and recorded.</summary>
    void OnRunFinished(RunEnd end);
}
