namespace FlowSdk.Bench;

/// <summary>10,000 tasks that only set an artifact: journal, artifacts and logs as in any run, start and end of the program included.</summary>
internal sealed class ForEachBenchmark : IBenchmark
{
    private const int Runs = 5;
    private const int Tasks = 10_000;

    public string Name => "foreach";

    public async IAsyncEnumerable<Figure> MeasureAsync()
    {
        foreach (var (isolation, wanted) in new[] { ("process", "3,000/s"), ("inline", "10,000/s") })
        {
            var seconds = await Median.OfAsync(Runs, () => Programs.RunAsync("EmptyTasks", "run", "--tasks", $"{Tasks}", "--isolation", isolation));
            yield return new($"foreach of {Tasks:N0} empty tasks, {isolation}", Tasks / seconds, "tasks/s", null, wanted);
        }
    }
}
