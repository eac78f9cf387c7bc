namespace FlowSdk.Tests.Scheduling;

public sealed class MemoryTests
{
    [Fact]
    public void Nothing_is_held_of_what_is_done_in_a_foreach_of_a_million()
    {
        var run = new EndlessForEach(items: 1_000_000, workers: 64);
        run.RunUntil(committed: 1_900_000);

        GC.Collect();

        run.Sampled.ShouldBe(2 * 1900);
        run.HeldOfThousandth.ShouldBe(0);
        run.RunUntil(committed: int.MaxValue);
        run.HasEnded.ShouldBeTrue();
    }
}
