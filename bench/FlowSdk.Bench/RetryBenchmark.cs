namespace FlowSdk.Bench;

/// <summary>From the end of a failed attempt to the begin of the next one: in the same worker after an exception, in a new one after the death of the process.</summary>
internal sealed class RetryBenchmark : IBenchmark
{
    public string Name => "retry";

    public async IAsyncEnumerable<Figure> MeasureAsync()
    {
        foreach (var (what, option) in new[] { ("a retry after an exception", "false"), ("a retry after the death of the worker", "true") })
        {
            var store = Directory.CreateTempSubdirectory("flowsdk-bench-");
            try
            {
                await Programs.ObserveAsync(store, "Dying", "run", "--exits", option);
                yield return new(what, await GapAsync(store.FullName), "s", null, "0.15 s");
            }
            finally
            {
                store.Delete(recursive: true);
            }
        }
    }

    private static async Task<double> GapAsync(string store)
    {
        await using var client = FlowClient.Open(store);
        var run = await client.Flow("DyingFlow").LatestRunAsync();
        var task = await run.Step("Start").TasksAsync().FirstAsync();
        var gaps = task.Attempts.Zip(task.Attempts.Skip(1), (before, next) => (next.StartedAt - before.FinishedAt!.Value).TotalSeconds).Order().ToArray();
        return gaps[gaps.Length / 2];
    }
}
