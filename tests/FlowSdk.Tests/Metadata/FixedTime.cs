namespace FlowSdk.Tests.Metadata;

/// <summary>A clock that stands still until it is moved.</summary>
internal sealed class FixedTime : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 11, 21, 9, 32, 0, 412, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
