namespace FlowSdk.Testing.Tests.Flows;

public sealed record FixedClock(int Hour) : IClock;
