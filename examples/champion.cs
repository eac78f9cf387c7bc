using FlowSdk;

return args is ["history"] ? await History.ShowAsync() : await FlowApp.RunAsync<ChampionFlow>(args);

/// <summary>Throws darts at a circle to find pi, and keeps the best estimate of this run and all before it.</summary>
public sealed partial class ChampionFlow : Flow
{
    /// <summary>Where the random numbers begin.</summary>
    [Parameter]
    public int Seed { get; init; } = 1;

    [Artifact]
    public partial double Estimate { get; set; }

    [Artifact]
    public partial double Best { get; set; }

    [Step]
    public Next Start() => ForEach([100, 1000, 10_000], Throw);

    [Step]
    public Next Throw(int darts)
    {
        var random = new Random(Seed + darts);
        var hits = Enumerable.Range(0, darts).Count(_ => Math.Pow(random.NextDouble(), 2) + Math.Pow(random.NextDouble(), 2) < 1);
        Estimate = 4.0 * hits / darts;
        return To(Choose);
    }

    /// <summary>Compares with the run before, which it finds in the store that it runs in itself.</summary>
    [Step]
    public async Task<Next> Choose(Inputs<ChampionFlow> inputs, CancellationToken cancellation)
    {
        Best = inputs.Select(i => i.Estimate).MinBy(Error);
        await using var client = FlowClient.Open();
        var last = await client.Flow<ChampionFlow>().RunsAsync(status: RunStatus.Succeeded, cancellation: cancellation).FirstOrDefaultAsync(cancellation);
        if (last is not null && (await last.StateAsync<ChampionFlow>(cancellation)).Best is var before && Error(before) < Error(Best))
        {
            Best = before;
        }

        return To(End);
    }

    [Step]
    public void End() => Console.WriteLine($"the best estimate so far is {Best}");

    private static double Error(double estimate) => Math.Abs(estimate - Math.PI);
}

/// <summary>Looks at past runs.</summary>
internal static class History
{
    public static async Task<int> ShowAsync()
    {
        await using var client = FlowClient.Open();
        await foreach (var run in client.Flow<ChampionFlow>().RunsAsync(status: RunStatus.Succeeded).Take(10))
        {
            var end = await run.StateAsync<ChampionFlow>();
            Console.WriteLine($"{run.Id} took {run.Duration:g}, seed {end.Seed}: {end.Best} {string.Join(' ', run.Tags)}");
        }

        var latest = await client.Flow<ChampionFlow>().LatestRunAsync();
        await ShowTasksAsync(latest);
        await ShowUntypedAsync(latest);
        await latest.AddTagsAsync("shown");
        return 0;
    }

    private static async Task ShowTasksAsync(Run run)
    {
        await foreach (var task in run.Step("Throw").TasksAsync())
        {
            Console.WriteLine($"{task.PathSpec} {task.Status} {(await task.StateAsync<ChampionFlow>()).Estimate}");
            await foreach (var line in task.LogsAsync(OutputStream.Stderr))
            {
                Console.WriteLine($"  {line.Time:T} {line.Text}");
            }

            if (task.Failure is { } failure)
            {
                Console.WriteLine($"  {failure.Type}: {failure.Message}, after {task.Attempts.Count} attempts");
            }
        }
    }

    // As a program that knows nothing of the flow would.
    private static async Task ShowUntypedAsync(Run run)
    {
        Console.WriteLine($"seed {run.Parameters["Seed"]}, run by {run.UserName} with {run.Build["runtime"]}, commit {run.Build.GetValueOrDefault("git", "unknown")}");
        await foreach (var task in run.Step("Choose").TasksAsync(TaskRunStatus.Succeeded))
        {
            foreach (var artifact in task.Artifacts)
            {
                Console.WriteLine($"{artifact.Name} ({artifact.Type}, {artifact.Size} bytes): {await task.ReadJsonAsync(artifact.Name)}");
            }

            Console.WriteLine($"typed again: {await task.ReadAsync<double>("Best"):0.0000}, from {task.Parents.Count} tasks");
        }
    }
}
