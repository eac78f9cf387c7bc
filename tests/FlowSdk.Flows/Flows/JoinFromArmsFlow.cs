namespace FlowSdk.Flows;

/// <summary>Conditionals inside branches whose arms lead to the join on different ways.</summary>
public sealed partial class JoinFromArmsFlow : Flow
{
    [Parameter]
    public bool Direct { get; init; }

    [Artifact]
    public partial string Data { get; set; }

    [Artifact]
    public partial string Final { get; set; }

    [Step]
    public Next Start() => To(A, B);

    [Step]
    public Next A()
    {
        Data = "a";
        return Direct ? To(Join) : To(C);
    }

    [Step]
    public Next B()
    {
        Data = "b";
        return To(Join);
    }

    [Step]
    public Next C()
    {
        Data += "c";
        return To(Join);
    }

    [Step]
    public Next Join(Inputs<JoinFromArmsFlow> inputs)
    {
        Check.Equal(2, inputs.Count, "count");
        Final = string.Join(',', inputs.Select(i => i.Data));
        return To(End);
    }

    [Step]
    public void End() => Check.Equal(Direct ? "a,b" : "ac,b", Final, nameof(Final));
}
