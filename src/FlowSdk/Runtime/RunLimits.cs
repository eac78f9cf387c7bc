using FlowSdk.Generated;
using FlowSdk.Runtime.Scheduling;

namespace FlowSdk.Runtime;

/// <summary>The limits of a run, from what its steps say and what it was asked for.</summary>
internal static class RunLimits
{
    public static SchedulerOptions Of(RunRequest request) => new()
    {
        MaxWorkers = request.MaxWorkers,
        // A worker is worth a processor: who asks for more workers than there are processors gets them.
        Cpus = Math.Max(Environment.ProcessorCount, request.MaxWorkers),
        WithoutGpu = request.WithoutGpu,
        OnFailure = request.OnFailure,
        Steps = [.. request.Definition.Steps.Select(LimitsOf)],
    };

    private static StepLimits LimitsOf(StepDefinition step)
    {
        var (resources, retry) = (step.Resources, step.Retry);
        return new()
        {
            Cpu = resources?.Cpu ?? 1,
            MemoryMb = resources?.MemoryMb ?? 0,
            Gpu = resources?.Gpu ?? 0,
            MaxConcurrency = step.Concurrency?.Max ?? int.MaxValue,
            RetryTimes = retry?.Times ?? 0,
            RetryDelay = TimeSpan.FromSeconds(retry?.DelaySeconds ?? 0),
            Backoff = retry?.Backoff ?? Backoff.Constant,
            MaxRetryDelay = TimeSpan.FromSeconds(retry?.MaxDelaySeconds ?? 0),
        };
    }
}
