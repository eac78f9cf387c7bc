namespace FlowSdk.Flows;

/// <summary>Reads its own run while it runs, adds tags to it from many tasks at once, and writes much.</summary>
public sealed partial class HistoryFlow : Flow
{
    [Parameter]
    public int Members { get; init; } = 4;

    [Parameter]
    public int Lines { get; init; } = 10;

    [Artifact]
    public partial string PathSpec { get; set; }

    [Artifact]
    public partial IReadOnlyList<string> Seen { get; set; }

    [Step]
    public Next Start()
    {
        PathSpec = Context.PathSpec;
        Seen = Context.Tags;
        return ForEach(Enumerable.Range(0, Members), Write);
    }

    [Step]
    public async Task<Next> Write(int member, CancellationToken cancellation)
    {
        await using var client = FlowClient.Open();
        var run = await client.RunAsync($"{Context.FlowName}/{Context.RunId}", cancellation);
        Check.Equal(RunStatus.Running, run.Status, "the run is running");
        Check.Sequence(["Seen", "PathSpec"], (await run.TaskAsync("1", cancellation)).Artifacts.Select(a => a.Name).OrderDescending(StringComparer.Ordinal), "artifacts of the start");
        await run.AddTagsAsync($"member {member}");
        for (var i = 0; i < Lines; i++)
        {
            Console.Out.WriteLine($"out {i}");
            Console.Error.WriteLine($"error {i}");
        }

        PathSpec = Context.PathSpec;
        return To(Join);
    }

    [Step]
    public async Task<Next> Join(Inputs<HistoryFlow> inputs, CancellationToken cancellation)
    {
        await using var client = FlowClient.Open();
        foreach (var input in inputs)
        {
            var task = await client.TaskAsync(input.PathSpec, cancellation);
            Check.Equal(input.PathSpec, await task.ReadAsync<string>("PathSpec", cancellation), "path spec of a task");
            Check.Equal(input.PathSpec, (await task.StateAsync<HistoryFlow>(cancellation)).PathSpec, "path spec in the state of a task");
        }

        Merge(inputs, exclude: [nameof(PathSpec)]);
        PathSpec = Context.PathSpec;
        return To(End);
    }

    [Step]
    public void End() => PathSpec = Context.PathSpec;
}
