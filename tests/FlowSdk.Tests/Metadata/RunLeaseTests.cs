using FlowSdk.Metadata;
using FlowSdk.Serialization;
using FlowSdk.Storage;
using FlowSdk.Tests.Storage;

namespace FlowSdk.Tests.Metadata;

public sealed class RunLeaseTests : RunClaimConformance
{
    private protected override IObjectStore Store => field ??= new LocklessStore(Local);

    [Fact]
    public async Task A_run_is_interrupted_half_a_minute_after_the_last_renewal_by_the_clock_of_the_store()
    {
        using var run = await StartAsync();
        Time.Sleep(TimeSpan.FromHours(1));
        StoreTime.Sleep(TimeSpan.FromSeconds(29));
        (await StatusAsync(run)).ShouldBe(RunStatus.Running);

        StoreTime.Sleep(TimeSpan.FromSeconds(1));
        (await StatusAsync(run)).ShouldBe(RunStatus.Interrupted);

        await run.RenewClaimAsync();
        (await StatusAsync(run)).ShouldBe(RunStatus.Running);
    }

    [Fact]
    public async Task A_lease_is_renewed_every_five_seconds_and_not_more_often()
    {
        using var run = await StartAsync();
        var taken = await LeaseAsync(run);

        Time.Sleep(TimeSpan.FromSeconds(4));
        await run.RenewClaimAsync();
        (await LeaseAsync(run)).ShouldBe(taken);

        Time.Sleep(TimeSpan.FromSeconds(1));
        await run.RenewClaimAsync();
        (await LeaseAsync(run)).ShouldNotBe(taken);
    }

    [Fact]
    public async Task A_run_that_took_over_for_long_is_not_interrupted_when_it_becomes_visible()
    {
        using var run = await StartAsync((_, _) =>
        {
            Time.Sleep(TimeSpan.FromMinutes(1));
            StoreTime.Sleep(TimeSpan.FromMinutes(1));
            return Task.CompletedTask;
        });

        (await StatusAsync(run)).ShouldBe(RunStatus.Running);
    }

    [Fact]
    public async Task A_lease_that_somebody_deleted_is_there_again_after_the_next_renewal()
    {
        using var run = await StartAsync();
        (await Store.DeleteAsync(run.Paths.Lease, cancellation: Stop)).ShouldBeTrue();
        (await StatusAsync(run)).ShouldBe(RunStatus.Interrupted);

        Time.Sleep(TimeSpan.FromSeconds(5));
        await run.RenewClaimAsync();

        (await StatusAsync(run)).ShouldBe(RunStatus.Running);
    }

    [Fact]
    public async Task The_last_record_decides_also_while_a_lease_is_left()
    {
        using var run = await StartAsync();
        await run.FinishAsync(new() { Status = RunStatus.Succeeded, FinishedAt = Time.GetUtcNow(), Steps = [] }, Stop);
        await Store.PutIfAbsentAsync(run.Paths.Lease, default, Stop);

        (await StatusAsync(run)).ShouldBe(RunStatus.Succeeded);
    }

    [Fact]
    public async Task What_a_runner_stored_is_kept_though_its_lease_has_run_out_until_a_resume_has_sealed_its_journal()
    {
        using var run = await StartAsync();
        StoreTime.Sleep(TimeSpan.FromSeconds(1));
        using (var value = new EncodedValue(new(StoreOfRuns.Bytes(1)), []))
        {
            new ArtifactStore(Store).Save("byte[]", value);
        }

        StoreTime.Sleep(TimeSpan.FromDays(1));
        (await CollectAsync()).Young.Count.ShouldBe(1, "the runner may wake up, and end the task that stored it");
        await new JournalSealing(Store, run.Paths).SealAsync("other", Time.GetUtcNow(), Stop);

        (await CollectAsync()).Garbage.Count.ShouldBe(1);
    }

    private protected override void Lose(StartedRun run) => StoreTime.Sleep(TimeSpan.FromSeconds(30));

    private async Task<ObjectInfo> LeaseAsync(StartedRun run) => (await Store.FindAsync(run.Paths.Lease, Stop)).ShouldNotBeNull();

    private Task<CollectionReport> CollectAsync() => new GarbageCollection(Store, new(), remove: true).RunAsync(Stop);
}
