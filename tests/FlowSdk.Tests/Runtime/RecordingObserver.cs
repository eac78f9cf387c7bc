using System.Collections.Concurrent;
using FlowSdk.Metadata;
using FlowSdk.Runtime;
using FlowSdk.Runtime.Scheduling;

namespace FlowSdk.Tests.Runtime;

/// <summary>Keeps what a run tells those who watch it.</summary>
internal sealed class RecordingObserver : IRunObserver
{
    public ConcurrentQueue<string> Lines { get; } = new();

    public ConcurrentQueue<string> Events { get; } = new();

    public TaskCompletionSource FirstLine { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource<string> FirstWarning { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void OnRunStarted(string runId) => Events.Enqueue("run started");

    public void OnWarning(string id, string message)
    {
        Events.Enqueue($"{id} {message}");
        FirstWarning.TrySetResult($"{id} {message}");
    }

    public void OnTasksDue(int step, long count) => Events.Enqueue($"{count} due of {step}");

    public void OnAttemptStarted(int step, long taskId, int attempt) => Events.Enqueue($"started {taskId}");

    public void OnTaskReused(int step, long taskId) => Events.Enqueue($"reused {taskId}");

    public void OnTaskSucceeded(int step, long taskId, int attempt) => Events.Enqueue($"succeeded {taskId}");

    public void OnAttemptFailed(int step, AttemptFailure failure) => Events.Enqueue($"failed {failure.TaskId} {failure.Failure.Kind}");

    public void OnOutput(int step, long taskId, int attempt, OutputStream stream, DateTimeOffset time, string line)
    {
        Lines.Enqueue($"{taskId}.{attempt} {stream}: {line}");
        FirstLine.TrySetResult();
    }

    public void OnCanceling() => Events.Enqueue("canceling");

    public void OnRunFinished(RunEnd end) => Events.Enqueue($"finished {end.Status}");
}
