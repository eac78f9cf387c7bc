namespace FlowSdk.Flows;

/// <summary>Gangs that each need all GPUs there are, one for each member.</summary>
public sealed partial class GpuGangFlow : Flow
{
    [Artifact]
    public partial string Gpu { get; set; }

    [Step]
    public Next Start() => ForEach(Enumerable.Range(0, 3), Split);

    [Step]
    public Next Split(int item) => InParallel(2, Train);

    [Step, Resources(Gpu = 1)]
    public Next Train(Gang gang)
    {
        Gpu = Context.Gpus[0];
        return To(Close);
    }

    [Step]
    public Next Close(Inputs<GpuGangFlow> inputs)
    {
        Check.Equal("0,1", string.Join(',', inputs.Select(i => i.Gpu).Order(StringComparer.Ordinal)), "the GPUs of a gang");
        return To(Join);
    }

    [Step]
    public Next Join(Inputs<GpuGangFlow> inputs) => To(End);

    [Step]
    public void End()
    {
    }
}
