using FlowSdk.Metadata;
using FlowSdk.Storage;

namespace FlowSdk.Tests.Metadata;

public sealed class RunLockTests : RunClaimConformance
{
    private protected override IObjectStore Store => Local;

    [Fact]
    public async Task With_a_lock_no_lease_is_written_however_long_the_run_lasts()
    {
        using var run = await StartAsync();

        StoreTime.Sleep(TimeSpan.FromDays(1));
        Time.Sleep(TimeSpan.FromDays(1));
        await run.RenewClaimAsync();

        (await Store.FindAsync(run.Paths.Lease, Stop)).ShouldBeNull();
        (await StatusAsync(run)).ShouldBe(RunStatus.Running);
    }

    private protected override void Lose(StartedRun run) => run.Dispose();
}
