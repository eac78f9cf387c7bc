using System.Diagnostics;
using FlowSdk.Metadata;
using FlowSdk.Storage;
using FlowSdk.Tests.Storage;

namespace FlowSdk.Bench;

/// <summary>Reading past runs: the latest that succeeded of 10,000, a page of them, an artifact of each of 10,000 tasks, and one task of 100,000.</summary>
internal sealed class ClientBenchmark : IBenchmark
{
    private const int Stored = 10_000;
    private const int Listed = 100;
    private const int Repetitions = 11;

    public string Name => "client";

    public async IAsyncEnumerable<Figure> MeasureAsync()
    {
        var folder = Directory.CreateTempSubdirectory("flowsdk-bench-");
        try
        {
            await using var store = new LocalObjectStore(folder.FullName, TimeProvider.System);
            await WriteRunsAsync(store);
            var latest = await Median.OfAsync(Repetitions, () => Programs.RunAsync("EmptyTasks", "latest", folder.FullName));
            yield return new("latest successful run and an artifact", latest, "s", await Median.OfAsync(Repetitions, () => Programs.RunAsync("Floor", "child")), "0.25 s");

            var listed = await Median.OfAsync(Repetitions, () => TimeAsync(() => ListAsync(folder.FullName)));
            yield return new($"newest {Listed} of {Stored:N0} runs", listed * 1000, "ms", await Median.OfAsync(Repetitions, () => TimeAsync(() => ReadFiles(folder.FullName))) * 1000, "50 ms");

            var tasks = await WrittenRun.WriteAsync(store, 10_000, DateTimeOffset.UtcNow);
            var read = await Median.OfAsync(Repetitions, () => TimeAsync(() => ReadTasksAsync(folder.FullName, tasks)));
            yield return new("an artifact of each of 10,000 tasks", read, "s", await Median.OfAsync(Repetitions, () => TimeAsync(() => ReadJournal(folder.FullName, tasks))), "0.5 s");

            var large = await WrittenRun.WriteAsync(store, 100_000, DateTimeOffset.UtcNow);
            yield return await OneTaskAsync(store, folder.FullName, large);
            yield return await StepsAsync(store, folder.FullName, large);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // All on two days, as when many small runs are made: listings are by day. The last ones have failed.
    private static async Task WriteRunsAsync(LocalObjectStore store)
    {
        var time = DateTimeOffset.UtcNow.AddHours(-30);
        for (var i = 0; i < Stored; i++)
        {
            await WrittenRun.WriteAsync(store, 1, time.AddSeconds(10 * i), i < Stored - Listed ? RunStatus.Succeeded : RunStatus.Failed);
        }
    }

    private static async Task ListAsync(string folder)
    {
        await using var client = FlowClient.Open(folder);
        if (await client.Flow(WrittenRun.FlowName).RunsAsync().Take(Listed).CountAsync(run => run.Status == RunStatus.Failed) != Listed)
        {
            throw new InvalidOperationException("Other runs were listed than the newest.");
        }
    }

    private static async Task ReadTasksAsync(string folder, string runId)
    {
        await using var client = FlowClient.Open(folder);
        var run = await client.Flow(WrittenRun.FlowName).RunAsync(runId);
        var sum = 0;
        await foreach (var task in run.Step("Body").TasksAsync())
        {
            sum += await task.ReadAsync<int>("Number");
        }

        if (sum != 420_000)
        {
            throw new InvalidOperationException($"The artifacts add up to {sum}.");
        }
    }

    private static async Task<Figure> OneTaskAsync(LocalObjectStore store, string folder, string runId)
    {
        var counting = new CountingStore(store);
        await using var client = new FlowClient(counting, ownsStore: false);
        var task = await client.TaskAsync($"{WrittenRun.FlowName}/{runId}/Body/50000");
        await task.ReadJsonAsync("Number");
        return new("read for one task of 100,000 (floor: the journal)", counting.BytesRead / 1024.0, "KiB", LengthOf(folder, runId) / 1024.0, "100 KiB");
    }

    private static async Task<Figure> StepsAsync(LocalObjectStore store, string folder, string runId)
    {
        var counting = new CountingStore(store);
        await using var client = new FlowClient(counting, ownsStore: false);
        var run = await client.RunAsync($"{WrittenRun.FlowName}/{runId}");
        await foreach (var step in run.StepsAsync())
        {
            await step.StatisticsAsync();
        }

        return new("read for the numbers of its steps (floor: the same)", counting.BytesRead / 1024.0, "KiB", LengthOf(folder, runId) / 1024.0, "100 KiB");
    }

    private static double LengthOf(string folder, string runId) => new DirectoryInfo(JournalOf(folder, runId)).EnumerateFiles().Sum(file => file.Length);

    // What nobody is spared: to look through the days in the index, and to open each journal.
    private static Task ReadFiles(string folder)
    {
        var runs = RunsOf(folder);
        foreach (var entry in new DirectoryInfo(folder).GetDirectories("index/*")[0].GetDirectories().OrderBy(day => day.Name, StringComparer.Ordinal)
            .SelectMany(day => day.GetFiles().Select(file => $"{day.Name}/{file.Name}").Order(StringComparer.Ordinal)).Take(Listed))
        {
            File.ReadAllBytes(Path.Combine(runs, RunId.FromIndex(entry)!, "journal", "000000"));
        }

        return Task.CompletedTask;
    }

    private static Task ReadJournal(string folder, string runId)
    {
        File.ReadAllBytes(Path.Combine(JournalOf(folder, runId), "000000"));
        return Task.CompletedTask;
    }

    private static string JournalOf(string folder, string runId) => Path.Combine(RunsOf(folder), runId, "journal");

    private static string RunsOf(string folder) => new DirectoryInfo(folder).GetDirectories("runs/*")[0].FullName;

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var began = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }
}
