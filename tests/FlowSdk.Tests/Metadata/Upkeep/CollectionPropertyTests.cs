using FlowSdk.Metadata;

namespace FlowSdk.Tests.Metadata;

public sealed class CollectionPropertyTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task After_random_runs_deletions_and_collections_all_that_is_kept_reads_back_and_nothing_else_is_there(int seed)
    {
        using var runs = new StoreOfRuns();
        var random = new Random(seed);
        var expected = new Dictionary<RunPaths, int[]>();
        var open = new Dictionary<RunPaths, (StartedRun Run, List<int> Values)>();
        for (var step = 0; step < 50; step++)
        {
            runs.Time.Now += TimeSpan.FromMinutes(random.Next(1, 90));
            switch (random.Next(7))
            {
                case 0 or 1:
                    var started = await runs.StartAsync(random.Next(2) == 0 ? "Train" : "Other");
                    open[started.Paths] = (started, []);
                    break;
                case 2 or 3 when open.Count > 0:
                    var (run, values) = open.Values.ElementAt(random.Next(open.Count));
                    values.Add(random.Next(12));
                    var reference = runs.Save(StoreOfRuns.Bytes(values[^1]));

                    // The task goes on for long after it has stored something.
                    runs.Time.Now += TimeSpan.FromMinutes(random.Next(200));
                    await runs.CollectAsync();
                    await StoreOfRuns.AddTaskAsync(run, values.Count, null, reference);
                    break;
                case 4 when open.Count > 0:
                    var (paths, ended) = open.ElementAt(random.Next(open.Count));
                    open.Remove(paths);
                    await ended.Run.FinishAsync(new() { Status = RunStatus.Succeeded, FinishedAt = runs.Time.Now, Steps = [] }, Stop);
                    ended.Run.Dispose();
                    expected[paths] = [.. ended.Values];
                    break;
                case 5 when expected.Count > 0:
                    var victim = expected.Keys.ElementAt(random.Next(expected.Count));
                    (await new RunRemoval(runs.Store).RemoveAsync(victim, Stop)).ShouldBeTrue();
                    expected.Remove(victim);
                    break;
                default:
                    foreach (var deleted in (await runs.CollectAsync(new() { KeepLast = 4, OlderThan = TimeSpan.FromHours(12) })).Runs)
                    {
                        expected.Remove(new(deleted.Summary.Start.FlowName, deleted.Summary.Start.RunId)).ShouldBeTrue();
                    }

                    break;
            }
        }

        foreach (var (paths, (run, values)) in open)
        {
            run.Dispose();
            expected[paths] = [.. values];
        }

        runs.Time.Now += TimeSpan.FromHours(2);
        await runs.CollectAsync();
        foreach (var (paths, values) in expected)
        {
            var reader = runs.Registry.Open(paths);
            for (var task = 1; task <= values.Length; task++)
            {
                var (_, reference) = reader.Artifacts((await reader.FindTaskAsync(task, Stop))!).ShouldHaveSingleItem();
                System.Buffers.BuffersExtensions.ToArray(runs.Artifacts.Get(reference)).ShouldBe(StoreOfRuns.Bytes(values[task - 1]));
            }
        }

        (await runs.CountAsync("artifacts/")).ShouldBe(expected.Values.SelectMany(static values => values).Distinct().Count());
        (await runs.CountAsync("index/")).ShouldBe(expected.Count);
    }
}
