using FlowSdk.Generated;
using FlowSdk.Runtime.Machine;
using FlowSdk.Runtime.Scheduling;

namespace FlowSdk.Runtime;

/// <summary>The limits of a run, from what its steps say and what it was asked for.</summary>
internal static class RunLimits
{
    public static SchedulerOptions Of(RunRequest request, MachineResources machine) => new()
    {
        MaxWorkers = request.MaxWorkers,
        // A worker is worth a processor: who asks for more workers than there are processors gets them.
        Cpus = Math.Max(machine.LogicalProcessors, request.MaxWorkers),
        MemoryMb = machine.MemoryMb,
        Gpus = !request.WithoutGpu && request.Steps.Any(s => s.Resources is { Gpu: > 0 }) ? machine.Gpus.Count : 0,
        WithoutGpu = request.WithoutGpu,
        OnFailure = request.OnFailure,
        TimeoutGrace = request.TimeoutGrace,
        Steps = [.. request.Steps.Select(s => LimitsOf(s, request.Definition))],
    };

    private static StepLimits LimitsOf(StepSettings step, FlowDefinition definition)
    {
        var (resources, retry) = (step.Resources, step.Retry);
        return new()
        {
            Cpu = resources?.Cpu ?? 1,
            MemoryMb = resources?.MemoryMb ?? 0,
            Gpu = resources?.Gpu ?? 0,
            MaxConcurrency = step.Concurrency?.Max ?? int.MaxValue,
            Timeout = step.Timeout is { } timeout
                ? TimeSpan.FromHours(timeout.Hours) + TimeSpan.FromMinutes(timeout.Minutes) + TimeSpan.FromSeconds(timeout.Seconds)
                : null,
            RetryTimes = retry?.Times ?? 0,
            RetryDelay = TimeSpan.FromSeconds(retry?.DelaySeconds ?? 0),
            Backoff = retry?.Backoff ?? Backoff.Constant,
            MaxRetryDelay = TimeSpan.FromSeconds(retry?.MaxDelaySeconds ?? 0),
            RetriesTimeouts = retry is null || !Array.Exists(retry.Except, type => type.IsAssignableFrom(typeof(TimeoutException))),
            CatchArtifact = step.CatchArtifact(definition),
        };
    }
}
