namespace FlowSdk.Testing.Tests.Flows;

/// <summary>A branch whose join names its inputs, services, a gang, a filter, and what a step can know of its surroundings.</summary>
public sealed partial class MixedFlow(IClock clock) : Flow
{
    [Parameter]
    public required string Name { get; init; }

    [Parameter]
    public string? Note { get; init; }

    [Artifact]
    public partial List<string> Words { get; set; }

    [Artifact]
    public partial string Text { get; set; }

    [Step]
    public Next Start([FromServices] IClock other)
    {
        Words = [$"{Name} at {clock.Hour}", $"and at {other.Hour}"];
        return To(Fast, Exact);
    }

    [Step]
    public Next Fast()
    {
        Words.Add("fast");
        return To(Compare);
    }

    [Step, Shout]
    public Next Exact()
    {
        Text = $"exact, attempt {Context.Attempt} of {Context.PathSpec}, tagged {string.Join(' ', Context.Tags)}";
        return To(Compare);
    }

    [Step]
    public Next Compare(Inputs<MixedFlow> inputs)
    {
        Text = $"{inputs[Exact].Text} | {inputs[Fast].Words.Count} | {inputs[0].Name}";
        return InParallel(3, Work);
    }

    [Step, EnvironmentVariable("MIXED_FLOW", "set")]
    public Next Work(Gang gang)
    {
        Text = $"{gang.Index} of {gang.Count} at {gang.MainAddress}, {Environment.GetEnvironmentVariable("MIXED_FLOW")}";
        return To(Gather);
    }

    [Step]
    public Next Gather(Inputs<MixedFlow> inputs)
    {
        Text = string.Join(", ", inputs.Select(i => i.Text[..1]));
        return To(End);
    }

    [Step]
    public async Task End(CancellationToken cancellation)
    {
        await Task.Yield();
        cancellation.ThrowIfCancellationRequested();
    }
}
