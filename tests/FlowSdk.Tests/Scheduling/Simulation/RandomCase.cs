using FlowSdk.Graph;
using FlowSdk.Runtime.Scheduling;

namespace FlowSdk.Tests.Scheduling.Simulation;

/// <summary>A graph and limits from a seed.</summary>
internal sealed record RandomCase(int Seed, FlowGraph Graph, SchedulerOptions Options)
{
    public static RandomCase Create(int seed)
    {
        var random = new Random(seed);
        var graph = RandomGraph.Create(random);
        return new(seed, graph, new SchedulerOptions
        {
            MaxWorkers = random.Next(1, 7),
            Cpus = random.Next(1, 5),
            MemoryMb = random.Next(100, 1000),
            Gpus = 5,
            Steps = [.. graph.Nodes.Select(_ => Limits(random))],
        });
    }

    /// <summary>Runs it.</summary>
    /// <param name="faults">What goes wrong.</param>
    /// <param name="noise">Decides how long things take and what goes wrong.</param>
    /// <param name="takenOver">What another run of it has done already; null for nothing.</param>
    public VirtualRun Play(FaultPlan faults, int noise, IReadOnlyList<VirtualRecord>? takenOver = null) =>
        VirtualRun.Play(Graph, Options, faults, Seed, noise, takenOver ?? []);

    /// <summary>Runs it with nothing going wrong.</summary>
    public VirtualRun PlayUndisturbed()
    {
        var calm = Play(FaultPlan.None, noise: Seed);
        calm.Ended.ShouldNotBeNull().Status.ShouldBe(RunStatus.Succeeded);
        return calm;
    }

    private static StepLimits Limits(Random random) => new()
    {
        Cpu = random.Next(8) == 0 ? 99 : random.Next(0, 5) * 0.5,
        MemoryMb = random.Next(3) == 0 ? random.Next(0, 1200) : 0,
        Gpu = random.Next(8) == 0 ? 1 : 0,
        MaxConcurrency = random.Next(4) == 0 ? random.Next(1, 4) : int.MaxValue,
        Timeout = random.Next(2) == 0 ? TimeSpan.FromSeconds(5) : null,
        RetryTimes = random.Next(0, 4),
        RetryDelay = TimeSpan.FromSeconds(random.Next(0, 3)),
        Backoff = (Backoff)random.Next(3),
        MaxRetryDelay = TimeSpan.FromSeconds(4),
    };
}
