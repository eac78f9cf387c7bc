namespace FlowSdk.Bench;

/// <summary>A resume of a run of which 10,000 tasks have finished: planning it, and taking all of it over, start and end of the program included.</summary>
internal sealed class ResumeBenchmark : IBenchmark
{
    private const int Runs = 5;
    private const int Tasks = 10_000;

    public string Name => "resume";

    public async IAsyncEnumerable<Figure> MeasureAsync()
    {
        var store = Directory.CreateTempSubdirectory("flowsdk-bench-");
        try
        {
            await Programs.ObserveAsync(store, "EmptyTasks", "run", "--tasks", $"{Tasks}", "--isolation", "inline");
            var plan = await Median.OfAsync(Runs, async () => (await Programs.ObserveAsync(store, "EmptyTasks", "resume", "--dry-run")).Seconds);
            yield return new($"planning a resume of {Tasks:N0} tasks", plan, "s", null, "1 s");
            var whole = await Median.OfAsync(Runs, async () => (await Programs.ObserveAsync(store, "EmptyTasks", "resume")).Seconds);
            yield return new($"planning and taking over {Tasks:N0} tasks", whole, "s", null, "3 s");
        }
        finally
        {
            store.Delete(recursive: true);
        }
    }
}
