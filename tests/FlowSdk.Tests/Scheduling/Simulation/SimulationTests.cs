using System.Globalization;
using FlowSdk.Graph;
using FlowSdk.Runtime.Scheduling;

namespace FlowSdk.Tests.Scheduling.Simulation;

/// <summary>
/// Random graphs, limits and faults from a seed. A failure names its seed; set <c>FLOWSDK_SIMULATION_SEED</c> to replay it alone.
/// </summary>
public sealed class SimulationTests
{
    private const int Seeds = 2000;

    public static TheoryData<int> Batches => [.. Enumerable.Range(0, 8)];

    [Theory]
    [MemberData(nameof(Batches))]
    public void Runs_come_to_the_same_end_whatever_goes_wrong_on_the_way(int batch) => ForEachSeed(batch, seed =>
    {
        var (graph, options) = Create(seed);
        var calm = VirtualRun.Play(graph, options, FaultPlan.None, seed, noise: seed);
        var stormy = VirtualRun.Play(
            graph, options, new FaultPlan { Fail = 25, NotStart = 20, Hang = 15, Duplicate = 20 }, seed, noise: ~seed);

        calm.Ended!.Status.ShouldBe(RunStatus.Succeeded);
        stormy.Ended!.Status.ShouldBe(RunStatus.Succeeded);
        stormy.Committed.SetEquals(calm.Committed).ShouldBeTrue("The same tasks are committed.");
        stormy.Ended.Steps.ShouldBe(calm.Ended.Steps);
        stormy.Ended.Steps.Sum(s => s.Succeeded).ShouldBe(stormy.DueTasks);
    });

    [Theory]
    [MemberData(nameof(Batches))]
    public void Runs_end_in_order_whatever_fails_for_good(int batch) => ForEachSeed(batch, seed =>
    {
        var (graph, options) = Create(seed);
        var random = new Random(seed);
        var calm = VirtualRun.Play(graph, options, FaultPlan.None, seed, noise: seed);
        var faults = new FaultPlan
        {
            Fail = 30,
            NotStart = 20,
            Hang = 15,
            Duplicate = 20,
            FailForGood = random.Next(3) > 0,
            CancelAt = random.Next(2) == 0 ? random.NextDouble() * 20 : null,
        };

        var broken = VirtualRun.Play(graph, options with { OnFailure = (OnFailure)random.Next(3) }, faults, seed, noise: ~seed);

        broken.Committed.IsSubsetOf(calm.Committed).ShouldBeTrue("Nothing is committed that would not have been.");
        broken.Ended!.Steps.Sum(s => s.Succeeded).ShouldBe(broken.Committed.Count);
        broken.Ended.Steps.Sum(s => s.Succeeded + s.Failed + s.Canceled).ShouldBe(broken.DueTasks, "Every task that was due is counted.");
        broken.Ended.Status.ShouldBe(
            broken.Ended.Steps.Any(s => s.Failed > 0) ? RunStatus.Failed
            : broken.Committed.Count == calm.Committed.Count ? RunStatus.Succeeded
            : RunStatus.Canceled);
    });

    private static void ForEachSeed(int batch, Action<int> check)
    {
        if (Environment.GetEnvironmentVariable("FLOWSDK_SIMULATION_SEED") is { } replay)
        {
            check(int.Parse(replay, CultureInfo.InvariantCulture));
            return;
        }

        for (var seed = batch; seed < Seeds; seed += Batches.Count)
        {
            try
            {
                check(seed);
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException($"Seed {seed} failed: {failure.Message}", failure);
            }
        }
    }

    private static (FlowGraph Graph, SchedulerOptions Options) Create(int seed)
    {
        var random = new Random(seed);
        var graph = RandomGraph.Create(random);
        return (graph, new SchedulerOptions
        {
            MaxWorkers = random.Next(1, 7),
            Cpus = random.Next(1, 5),
            MemoryMb = random.Next(100, 1000),
            Gpus = 5,
            Steps = [.. graph.Nodes.Select(_ => Limits(random))],
        });
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
