namespace FlowSdk.Testing.Tests.Flows;

public interface IClock
{
    int Hour { get; }
}
