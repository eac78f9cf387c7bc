namespace FlowSdk.Flows;

/// <summary>Items that are not sorted, a body of two steps, and a join that sees them in item order.</summary>
public sealed partial class ForeachOrderFlow : Flow
{
    private static readonly int[] Numbers =
        [26, 5, 10, 15, 25, 11, 22, 6, 19, 12, 16, 9, 28, 14, 24, 20, 30, 1, 13, 18, 2, 17, 21, 3, 29, 4, 27, 31, 8, 23, 0, 7];

    [Artifact]
    public partial int MyIndex { get; set; }

    [Artifact]
    public partial int MyInput { get; set; }

    [Artifact]
    public partial List<int> All { get; set; }

    [Step]
    public Next Start() => ForEach(Numbers, First);

    [Step]
    public Next First(int number)
    {
        var frame = Context.ForEach.Single();
        Check.Equal(number, Numbers[frame.Index], "item");
        Check.Equal(number, (int)frame.Item!, "frame item");
        Check.Equal(32, frame.Count, "count");
        (MyIndex, MyInput) = (frame.Index, number);
        return To(Second);
    }

    [Step]
    public Next Second()
    {
        Check.Equal(MyIndex, Context.ForEach.Single().Index, "index");
        return To(Join);
    }

    [Step]
    public Next Join(Inputs<ForeachOrderFlow> inputs)
    {
        Check.Sequence(Numbers, inputs.Select(i => i.MyInput), "inputs");
        All = [.. inputs.Select(i => i.MyInput)];
        return To(End);
    }

    [Step]
    public void End() => Check.Equal(32, All.Count, "all");
}
