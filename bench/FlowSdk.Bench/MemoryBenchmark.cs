namespace FlowSdk.Bench;

/// <summary>The most memory that the runner uses in a run of many tasks; a run of a tenth of them is its floor.</summary>
internal sealed class MemoryBenchmark : IBenchmark
{
    private const double MiB = 1024 * 1024;

    public string Name => "memory";

    public async IAsyncEnumerable<Figure> MeasureAsync()
    {
        var few = await Programs.ObserveAsync("EmptyTasks", "run", "--tasks", "10000");
        var many = await Programs.ObserveAsync("EmptyTasks", "run", "--tasks", "100000");
        yield return new("runner's memory, 100,000 tasks (floor: 10,000)", many.PeakMemory / MiB, "MiB", few.PeakMemory / MiB, "300 MiB");
    }
}
