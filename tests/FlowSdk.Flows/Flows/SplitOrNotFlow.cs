namespace FlowSdk.Flows;

/// <summary>A conditional that chooses between a foreach, a branch and going straight on.</summary>
public sealed partial class SplitOrNotFlow : Flow
{
    [Parameter]
    public string Mode { get; init; } = "foreach";

    [Artifact]
    public partial string Result { get; set; }

    [Step]
    public Next Start() => Mode switch
    {
        "foreach" => ForEach(["x", "y"], Work),
        "branch" => To(Left, Right),
        _ => To(Skip),
    };

    [Step]
    public Next Work(string item)
    {
        Result = item;
        return To(JoinWork);
    }

    [Step]
    public Next JoinWork(Inputs<SplitOrNotFlow> inputs)
    {
        Result = string.Concat(inputs.Select(i => i.Result));
        return To(End);
    }

    [Step]
    public Next Left()
    {
        Result = "l";
        return To(JoinSides);
    }

    [Step]
    public Next Right()
    {
        Result = "r";
        return To(JoinSides);
    }

    [Step]
    public Next JoinSides(Inputs<SplitOrNotFlow> inputs)
    {
        Result = string.Concat(inputs.Select(i => i.Result));
        return To(End);
    }

    [Step]
    public Next Skip()
    {
        Result = "skipped";
        return To(End);
    }

    [Step]
    public void End() => Check.Equal(Mode switch { "foreach" => "xy", "branch" => "lr", _ => "skipped" }, Result, nameof(Result));
}
