using FlowSdk.Graph;
using FlowSdk.Runtime.Scheduling;

namespace FlowSdk.Tests.Scheduling.Simulation;

/// <summary>A graph and limits from a seed.</summary>
internal sealed record RandomCase(int Seed, FlowGraph Graph, SchedulerOptions Options)
{
    /// <summary>No gang is wider: one that needs more than there are can never run.</summary>
    public const int Gpus = 5;

    public static RandomCase Create(int seed)
    {
        var random = new Random(seed);
        var graph = RandomGraph.Create(random);
        return new(seed, graph, new SchedulerOptions
        {
            MaxWorkers = random.Next(1, 7),
            Cpus = random.Next(1, 5),
            MemoryMb = random.Next(100, 1000),
            Gpus = Gpus,
            Steps = [.. graph.Nodes.Select((_, step) => Limits(random, IsMember(graph, step)) with { CatchArtifact = MayCatch(graph, step) && random.Next(3) == 0 ? 0 : null })],
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

    private static bool IsMember(FlowGraph graph, int step) =>
        graph.Nodes.Any(n => n.Edges.Any(e => e.Kind is TransitionKind.Gang && e.Targets[0] == step));

    // Whoever is caught has decided nothing, so there must be one way on, whatever the data.
    private static bool MayCatch(FlowGraph graph, int step) =>
        graph.Nodes[step].Edges is [] or [{ Kind: TransitionKind.Linear or TransitionKind.Branch }];

    private static StepLimits Limits(Random random, bool isMember) => new()
    {
        Cpu = random.Next(8) == 0 ? 99 : random.Next(0, 5) * 0.5,
        MemoryMb = random.Next(3) == 0 ? random.Next(0, 1200) : 0,
        Gpu = random.Next(4) > 0 ? 0 : isMember ? 1 : random.Next(Gpus + 1),
        MaxConcurrency = random.Next(4) == 0 ? random.Next(1, 4) : int.MaxValue,
        Timeout = random.Next(2) == 0 ? TimeSpan.FromSeconds(5) : null,
        RetryTimes = random.Next(0, 4),
        RetryDelay = TimeSpan.FromSeconds(random.Next(0, 3)),
        Backoff = (Backoff)random.Next(3),
        MaxRetryDelay = TimeSpan.FromSeconds(4),
    };
}
