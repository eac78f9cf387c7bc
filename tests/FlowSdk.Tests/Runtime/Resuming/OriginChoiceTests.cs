using FlowSdk.Metadata;
using FlowSdk.Runtime.Resuming;
using FlowSdk.Storage;
using FlowSdk.Tests.Metadata;
using FlowSdk.Tests.Storage;

namespace FlowSdk.Tests.Runtime.Resuming;

public sealed class OriginChoiceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FixedTime _time = new();
    private readonly RunRegistry _registry;

    public OriginChoiceTests() => _registry = new(new LocalObjectStore(_folder.Path, TimeProvider.System), _time, new Random(1));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_latest_run_of_the_user_is_meant()
    {
        var mine = await InterruptedAsync("me");
        await InterruptedAsync("you");

        (await OriginChoice.FindAsync(_registry, "A", "me", named: null, Stop)).Paths.RunId.ShouldBe(mine);
    }

    [Fact]
    public async Task A_run_of_somebody_else_is_meant_when_it_is_named()
    {
        var yours = await InterruptedAsync("you");

        (await OriginChoice.FindAsync(_registry, "A", "me", yours[^4..], Stop)).Paths.RunId.ShouldBe(yours);
        (await Should.ThrowAsync<FlowException>(OriginChoice.FindAsync(_registry, "A", "me", null, Stop))).Id.ShouldBe("FLOW1501");
    }

    [Fact]
    public async Task A_run_that_is_running_is_refused()
    {
        using var run = await StartAsync("me");

        var refused = await Should.ThrowAsync<FlowException>(OriginChoice.FindAsync(_registry, "A", "me", null, Stop));

        refused.Id.ShouldBe("FLOW1502");
        refused.Message.ShouldContain($"'cancel {run.RunId}'");
    }

    [Fact]
    public async Task A_step_is_no_run()
    {
        await InterruptedAsync("me");

        (await Should.ThrowAsync<FlowException>(OriginChoice.FindAsync(_registry, "A", "me", "latest/Start", Stop))).Id.ShouldBe("FLOW1501");
    }

    private async Task<string> InterruptedAsync(string user)
    {
        using var run = await StartAsync(user);
        return run.RunId;
    }

    private ValueTask<StartedRun> StartAsync(string user)
    {
        _time.Now += TimeSpan.FromSeconds(1);
        return _registry.StartAsync(
            "A", (id, time) => SampleRun.Start with { FlowName = "A", RunId = id, CreatedAt = time, UserName = user }, cancellation: Stop);
    }
}
