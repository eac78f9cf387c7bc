using System.Collections.Concurrent;
using System.Globalization;
using FlowSdk.Generated;
using FlowSdk.Runtime;
using FlowSdk.Runtime.Scheduling;

namespace FlowSdk.Hosting;

/// <summary>Keeps, of what happens in a run, what the code that started it can see.</summary>
/// <param name="definition">The flow.</param>
/// <param name="delivery">What hands lines over; null if nobody wants them.</param>
internal sealed class InProcessObserver(FlowDefinition definition, OutputDelivery? delivery) : IRunObserver
{
    private const int MaxLines = 10_000;

    private readonly TaskCompletionSource<string> _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<string> _warnings = new();

    /// <summary>Ends, with the run's id, when the run exists.</summary>
    public Task<string> Started => _started.Task;

    public IReadOnlyList<string> Warnings => [.. _warnings];

    public OutputHistory Output { get; } = new(MaxLines);

    public void OnRunStarted(string runId) => _started.SetResult(runId);

    public void OnWarning(string id, string message) => _warnings.Enqueue($"{id}: {message}");

    public void OnOutput(int step, long taskId, int attempt, OutputStream stream, DateTimeOffset time, string line)
    {
        var written = new LogLine(time, stream, line, definition.Steps[step].Name, taskId.ToString(CultureInfo.InvariantCulture), attempt);
        Output.Add(written);
        delivery?.Add(written);
    }

    public void OnTasksDue(int step, long count)
    {
    }

    public void OnTaskReused(int step, long taskId)
    {
    }

    public void OnAttemptStarted(int step, long taskId, int attempt)
    {
    }

    public void OnTaskSucceeded(int step, long taskId, int attempt)
    {
    }

    public void OnAttemptFailed(int step, AttemptFailure failure)
    {
    }

    public void OnCanceling()
    {
    }

    public void OnRunFinished(RunEnd end)
    {
    }
}
