namespace FlowSdk.Flows;

/// <summary>Environment variables of a step's own.</summary>
public sealed partial class EnvironmentFlow : Flow
{
    [Step, EnvironmentVariable("FLOW_TEST", "one"), EnvironmentVariable("OTHER", "日本")]
    public Next Start()
    {
        Check.Equal("one", Environment.GetEnvironmentVariable("FLOW_TEST"), "FLOW_TEST");
        Check.Equal("日本", Environment.GetEnvironmentVariable("OTHER"), "OTHER");
        return To(Middle);
    }

    [Step, EnvironmentVariable("FLOW_TEST", "two")]
    public Next Middle()
    {
        Check.Equal("two", Environment.GetEnvironmentVariable("FLOW_TEST"), "FLOW_TEST");
        return To(End);
    }

    [Step]
    public void End() => Check.Equal(null, Environment.GetEnvironmentVariable("FLOW_TEST"), "FLOW_TEST");
}
