namespace FlowSdk.Flows;

/// <summary>Inputs by the step with which their branch began, nested branches, and steps named by keywords.</summary>
public sealed partial class NamedInputsFlow : Flow
{
    [Artifact]
    public partial int Value { get; set; }

    [Step]
    public Next Start() => To(this.Left, @class);

    [Step]
    public Next Left() => To(LeftOne, LeftTwo);

    [Step]
    public Next LeftOne()
    {
        Value = 1;
        return To(JoinLeft);
    }

    [Step]
    public Next LeftTwo()
    {
        Value = 2;
        return To(JoinLeft);
    }

    [Step]
    public Next JoinLeft(Inputs<NamedInputsFlow> inputs)
    {
        Value = (inputs[LeftTwo].Value * 10) + inputs[LeftOne].Value;
        return To(Join);
    }

    [Step]
    public Next @class()
    {
        Value = 100;
        return To(Join);
    }

    [Step]
    public Next Join(Inputs<NamedInputsFlow> inputs)
    {
        Value = inputs[@class].Value + inputs[Left].Value;
        Check.Equal("FLOW1009", Check.Throws<FlowException>(() => _ = inputs[LeftOne]).Id, "unknown branch");
        return To(End);
    }

    [Step]
    public void End() => Check.Equal(121, Value, nameof(Value));
}
