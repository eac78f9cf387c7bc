namespace FlowSdk.Flows;

/// <summary>Three steps in a row.</summary>
public sealed partial class LinearFlow : Flow
{
    [Artifact]
    public partial string Data { get; set; }

    [Step]
    public Next Start()
    {
        Data = "abc";
        return To(Middle);
    }

    [Step]
    public Next Middle() => To(End);

    [Step]
    public void End() => Check.Equal("abc", Data, nameof(Data));
}
