namespace FlowSdk.Flows;

/// <summary>One in ten of a thousand tasks fails.</summary>
public sealed partial class ManyFailuresFlow : Flow
{
    [Step]
    public Next Start() => ForEach(Enumerable.Range(0, 1000), Work);

    [Step]
    public Next Work(int item) =>
        item % 10 == 3 ? throw new InvalidOperationException($"item {item}", new FormatException("the cause")) : To(Join);

    [Step]
    public Next Join(Inputs<ManyFailuresFlow> inputs) => To(End);

    [Step]
    public void End()
    {
    }
}
