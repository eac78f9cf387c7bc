namespace FlowSdk.Flows;

/// <summary>Steps that other flows inherit.</summary>
public abstract partial class BaseFlow : Flow
{
    [Parameter]
    public required string Source { get; init; }

    [Artifact]
    public partial List<string> Log { get; set; }

    [Step]
    public Next Start()
    {
        Log = [Source];
        return To(Prepare);
    }

    [Step]
    public virtual Next Prepare()
    {
        Log = [.. Log, "base"];
        return To(Split);
    }

    [Step]
    public Next Split() => ForEach([1, 2], Work);

    [Step]
    public abstract Next Work(int item);

    [Step]
    public Next Join(Inputs<BaseFlow> inputs)
    {
        Log = [.. inputs.SelectMany(i => i.Log)];
        return To(End);
    }

    [Step]
    public abstract void End();
}
