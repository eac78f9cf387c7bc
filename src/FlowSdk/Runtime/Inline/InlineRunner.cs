using System.Collections.Concurrent;
using FlowSdk.Generated;
using FlowSdk.Metadata;
using FlowSdk.Runtime.Execution;

namespace FlowSdk.Runtime.Inline;

/// <summary>
/// Runs tasks in the runner itself, on the thread pool. Artifacts go through the codec as those of isolated tasks do; what a step
/// prints is told apart by async context.
/// </summary>
internal sealed class InlineRunner(
    IReadOnlyList<StepSettings> steps, TaskExecutor executor, AttemptReports reports, TaskLog log, TimeProvider time) : ITaskRunner
{
    private readonly ConcurrentDictionary<RunningAttempt, InlineAttempt> _running = [];
    private readonly Dictionary<long, string> _gangAddresses = [];
    private readonly ConsoleRouting _console = ConsoleRouting.Begin();
    private readonly StepEnvironment _environment = StepEnvironment.OfProcess;

    public void Start(RunningAttempt attempt)
    {
        var inline = new InlineAttempt(attempt);
        _running[attempt] = inline;
        reports.Begin(attempt, worker: 0);
        var assignment = TaskAssignments.Of(attempt.Start, GangAddresses.MemberOf(attempt.Start.Gang, _gangAddresses), []);
        _ = Task.Run(() => RunGuardedAsync(inline, assignment));
    }

    public void EndBatch() => _gangAddresses.Clear();

    public void Cancel(RunningAttempt attempt)
    {
        if (_running.TryGetValue(attempt, out var inline))
        {
            inline.Cancel();
        }
    }

    /// <summary>A thread cannot be killed: the attempt is over for the run, and whatever its step still does is not looked at.</summary>
    public void Kill(RunningAttempt attempt)
    {
        if (_running.TryRemove(attempt, out var inline))
        {
            inline.Cancel();
            reports.Report(attempt, new TaskResult.Failure(
                new(FailureKind.Canceled, "", "The step was stopped. It ran in the runner itself, so whatever it does now is left to it.", ""), MayRetry: true));
        }
    }

    public ValueTask DisposeAsync()
    {
        foreach (var inline in _running.Values)
        {
            inline.Cancel();
        }

        _console.Dispose();
        return ValueTask.CompletedTask;
    }

    // Nobody awaits the task: what escapes it, such as output that cannot be kept, would be lost, and the run would wait for ever.
    private async Task RunGuardedAsync(InlineAttempt inline, TaskAssignment assignment)
    {
        try
        {
            await RunAsync(inline, assignment);
        }
        catch (Exception fault)
        {
            reports.Fault(fault);
        }
    }

    private async Task RunAsync(InlineAttempt inline, TaskAssignment assignment)
    {
        var attempt = inline.Attempt;
        TaskResult result;
        using (_environment.Apply(steps[attempt.Step].EnvironmentVariables))
        await using (ConsoleRouting.Route(
            new LineWriter(log, attempt, OutputStream.Stdout, time), new LineWriter(log, attempt, OutputStream.Stderr, time)))
        {
            result = await executor.ExecuteAsync(assignment, onBegin: null, inline.Cancellation);
        }

        if (_running.TryRemove(attempt, out _))
        {
            if (result is TaskResult.Broken(var reason))
            {
                reports.Fault(reason);
            }
            else
            {
                reports.Report(attempt, result);
            }
        }

        inline.Dispose();
    }
}
