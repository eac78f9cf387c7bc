using FlowSdk.Runtime.Scheduling;

namespace FlowSdk.Tests.Scheduling;

public sealed class RetryPolicyTests
{
    [Theory]
    [InlineData(Backoff.Constant, 0, 2)]
    [InlineData(Backoff.Constant, 5, 2)]
    [InlineData(Backoff.Linear, 0, 2)]
    [InlineData(Backoff.Linear, 4, 10)]
    [InlineData(Backoff.Exponential, 0, 2)]
    [InlineData(Backoff.Exponential, 4, 32)]
    [InlineData(Backoff.Exponential, 5, 60)]
    [InlineData(Backoff.Exponential, 5000, 60)]
    public void Delays_grow_as_the_step_says_up_to_its_limit(Backoff backoff, int attempt, double seconds) =>
        Delay(backoff, attempt, new Fixed(0)).ShouldBe(TimeSpan.FromSeconds(seconds));

    [Fact]
    public void Jitter_lengthens_by_up_to_a_tenth_but_never_beyond_the_limit()
    {
        Delay(Backoff.Linear, 4, new Fixed(0.5)).ShouldBe(TimeSpan.FromSeconds(10.5));
        Delay(Backoff.Linear, 29, new Fixed(0.5)).ShouldBe(TimeSpan.FromSeconds(60));
    }

    private static TimeSpan Delay(Backoff backoff, int attempt, Random random) => new RetryPolicy(random).Delay(
        new StepLimits { RetryDelay = TimeSpan.FromSeconds(2), Backoff = backoff, MaxRetryDelay = TimeSpan.FromSeconds(60) }, attempt);

    private sealed class Fixed(double value) : Random
    {
        public override double NextDouble() => value;
    }
}
