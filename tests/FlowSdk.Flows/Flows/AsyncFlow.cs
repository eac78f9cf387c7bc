namespace FlowSdk.Flows;

/// <summary>All return types of steps, with a token in any place.</summary>
public sealed partial class AsyncFlow : Flow
{
    [Artifact]
    public partial List<string> Seen { get; set; }

    [Step]
    public async Task<Next> Start(CancellationToken cancellation)
    {
        await Task.Delay(1, cancellation);
        Seen = ["task"];
        return ForEach(AsNumbers(), Body);
    }

    [Step]
    public async ValueTask<Next> Body(long number, CancellationToken cancellation)
    {
        await Task.Delay(1, cancellation);
        Seen = [.. Seen, $"{number}"];
        return To(Join);
    }

    [Step]
    public Task<Next> Join(CancellationToken cancellation, Inputs<AsyncFlow> inputs)
    {
        Seen = [.. inputs.SelectMany(i => i.Seen)];
        return Task.FromResult(To(End));
    }

    [Step]
    public async ValueTask End()
    {
        await Task.Yield();
        Check.Sequence(["task", "7", "task", "8"], Seen, nameof(Seen));
    }

    private static IEnumerable<long> AsNumbers()
    {
        yield return 7;
        yield return 8;
    }
}
