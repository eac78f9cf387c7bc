using FlowSdk.Runtime.Machine;

namespace FlowSdk.Tests.Machine;

public sealed class GpuSlotsTests : IDisposable
{
    private static readonly Gpu[] Gpus = [new("0", "GPU-aa"), new("1", "GPU-bb"), new("2", "GPU-cc")];

    private readonly TemporaryFolder _folder = new();
    private readonly GpuSlots _slots;

    public GpuSlotsTests() => _slots = new GpuSlots(Path.Combine(_folder.Path, "locks"));

    [Fact]
    public void A_claim_names_the_first_free_gpus_and_the_variables_of_the_worker()
    {
        using var claim = Claim(2);

        claim!.Ids.ShouldBe(["0", "1"]);
        claim.Environment.ShouldBe(new Dictionary<string, string> { ["CUDA_VISIBLE_DEVICES"] = "0,1", ["FLOWSDK_GPU_SLOTS"] = "GPU-aa,GPU-bb" });
    }

    [Fact]
    public void What_is_claimed_cannot_be_claimed_by_another()
    {
        using var one = Claim(2);

        Claim(2).ShouldBeNull();
        using var other = new GpuSlots(Path.Combine(_folder.Path, "locks")).TryClaim(Gpus, 1, 1).ShouldNotBeNull().ShouldHaveSingleItem();
        other.Ids.ShouldBe(["2"]);
    }

    [Fact]
    public void A_claim_that_cannot_be_met_takes_nothing()
    {
        Claim(4).ShouldBeNull();

        using var claim = Claim(3);
        claim.ShouldNotBeNull();
    }

    [Fact]
    public void The_workers_of_a_gang_get_claims_of_their_own()
    {
        using var taken = _slots.TryHold("GPU-aa");

        var claims = _slots.TryClaim(Gpus, 1, 2).ShouldNotBeNull();

        claims.Select(c => c.Ids.ShouldHaveSingleItem()).ShouldBe(["1", "2"]);
        claims[0].Dispose();
        using var free = Claim(1);
        free!.Ids.ShouldBe(["1"]);
        claims[1].Dispose();
    }

    [Fact]
    public void A_gang_whose_claims_cannot_all_be_met_takes_nothing()
    {
        _slots.TryClaim(Gpus, 2, 2).ShouldBeNull();

        using var claim = Claim(3);
        claim.ShouldNotBeNull();
    }

    [Fact]
    public void A_worker_holds_what_was_claimed_for_it_after_the_claim_is_given_back()
    {
        IDisposable held;
        using (var claim = Claim(2)!)
        {
            held = _slots.TryHold(claim.Environment["FLOWSDK_GPU_SLOTS"]).ShouldNotBeNull();
        }

        Claim(2).ShouldBeNull();
        held.Dispose();
        using var again = Claim(2);
        again!.Ids.ShouldBe(["0", "1"]);
    }

    [Fact]
    public void A_slot_is_held_once()
    {
        using var held = _slots.TryHold("GPU-bb");

        _slots.TryHold("GPU-aa,GPU-bb").ShouldBeNull();
        using var free = _slots.TryHold("GPU-aa");
        free.ShouldNotBeNull();
    }

    [Fact]
    public void All_users_of_the_machine_can_use_the_locks()
    {
        Claim(1)!.Dispose();

        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(Path.Combine(_folder.Path, "locks")).HasFlag(UnixFileMode.OtherWrite | UnixFileMode.StickyBit).ShouldBeTrue();
            File.GetUnixFileMode(Path.Combine(_folder.Path, "locks", "GPU-aa.lock")).HasFlag(UnixFileMode.OtherRead).ShouldBeTrue();
        }
    }

    public void Dispose() => _folder.Dispose();

    private GpuClaim? Claim(int count) => _slots.TryClaim(Gpus, count, 1)?.ShouldHaveSingleItem();
}
