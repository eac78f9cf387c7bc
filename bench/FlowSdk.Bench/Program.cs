using FlowSdk.Bench;

// Words choose benchmarks: `FlowSdk.Bench hello foreach`.
IBenchmark[] benchmarks = [new HelloBenchmark(), new ForEachBenchmark(), new MemoryBenchmark(), new ArtifactBenchmark(), new SchedulerBenchmark(), new RetryBenchmark(), new ResumeBenchmark(), new ClientBenchmark()];
Console.WriteLine($"{Environment.ProcessorCount} processors, {Environment.OSVersion}, .NET {Environment.Version}");
Console.WriteLine();
Console.WriteLine($"{"",-44} {"measured",16} {"floor",16} {"ratio",8}   wanted");
foreach (var benchmark in benchmarks.Where(benchmark => args.Length == 0 || args.Contains(benchmark.Name)))
{
    await foreach (var figure in benchmark.MeasureAsync())
    {
        Console.WriteLine(figure);
    }
}
