namespace FlowSdk.Testing.Tests.Flows;

public sealed record Point(double X, double Y);
