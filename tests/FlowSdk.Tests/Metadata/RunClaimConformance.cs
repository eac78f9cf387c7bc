using FlowSdk.Metadata;
using FlowSdk.Runtime.Resuming;
using FlowSdk.Storage;
using FlowSdk.Tests.Storage;

namespace FlowSdk.Tests.Metadata;

/// <summary>How others see whether a run's runner lives: the same whatever shows it.</summary>
public abstract class RunClaimConformance : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private protected RunClaimConformance() => Local = new(_folder.Path, StoreTime);

    private protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    private protected TimeByHand StoreTime { get; } = new();

    private protected TimeByHand Time { get; } = new();

    private protected LocalObjectStore Local { get; }

    private protected abstract IObjectStore Store { get; }

    private protected RunRegistry Registry => field ??= new(Store, Time, new Random(1));

    public void Dispose()
    {
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_run_is_claimed_before_it_is_visible()
    {
        var isHeld = false;

        using var run = await StartAsync(async (paths, _) => isHeld = await RunClaim.IsHeldAsync(Store, paths, Stop));

        isHeld.ShouldBeTrue();
    }

    [Fact]
    public async Task A_run_is_running_while_its_runner_lives_and_cannot_be_resumed()
    {
        using var run = await StartAsync();

        (await StatusAsync(run)).ShouldBe(RunStatus.Running);
        (await Should.ThrowAsync<FlowException>(OriginAsync())).Id.ShouldBe("FLOW1502");
    }

    [Fact]
    public async Task A_run_whose_runner_is_gone_is_interrupted_and_can_be_resumed()
    {
        using var run = await StartAsync();

        Lose(run);

        (await StatusAsync(run)).ShouldBe(RunStatus.Interrupted);
        (await OriginAsync()).Paths.ShouldBe(run.Paths);
    }

    [Fact]
    public async Task A_run_that_has_ended_says_how_at_once_and_nothing_claims_it_any_more()
    {
        using (var run = await StartAsync())
        {
            await run.FinishAsync(new() { Status = RunStatus.Failed, FinishedAt = Time.GetUtcNow(), Steps = [] }, Stop);
        }

        var ended = await OriginAsync();
        (await ended.SummaryAsync(Stop)).Status.ShouldBe(RunStatus.Failed);
        (await RunClaim.IsHeldAsync(Store, ended.Paths, Stop)).ShouldBeFalse();
        (await Store.ListAsync(ended.Paths.Root, cancellation: Stop)).Objects.Select(o => o.Key).ShouldBe([ended.Paths.Journal + "000000"]);
    }

    [Fact]
    public async Task A_run_is_deleted_when_its_runner_is_gone_and_not_before()
    {
        using var run = await StartAsync();

        (await new RunRemoval(Store).RemoveAsync(run.Paths, Stop)).ShouldBeFalse();
        (await StatusAsync(run)).ShouldBe(RunStatus.Running);
        Lose(run);
        (await new RunRemoval(Store).RemoveAsync(run.Paths, Stop)).ShouldBeTrue();

        (await Store.ListAsync(run.Paths.Root, cancellation: Stop)).Objects.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_run_has_one_runner()
    {
        using var run = await StartAsync();

        (await RunClaim.TryTakeAsync(Store, run.Paths, Time, Stop)).ShouldBeNull();
    }

    /// <summary>The runner of a run is gone, as far as others can tell.</summary>
    private protected abstract void Lose(StartedRun run);

    private protected async Task<StartedRun> StartAsync(Func<RunPaths, JournalWriter, Task>? takeOver = null) => await Registry.StartAsync(
        "A", (id, time) => SampleRun.Start with { FlowName = "A", RunId = id, CreatedAt = time, UserName = "me" }, takeOver, Stop);

    private protected async Task<RunStatus> StatusAsync(StartedRun run) => (await Registry.Open(run.Paths).SummaryAsync(Stop)).Status;

    private protected Task<RunReader> OriginAsync() => OriginChoice.FindAsync(Registry, "A", "me", named: null, Stop);
}
