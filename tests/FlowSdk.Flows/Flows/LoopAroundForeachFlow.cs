namespace FlowSdk.Flows;

/// <summary>A foreach inside a loop, and a loop inside each of its items.</summary>
public sealed partial class LoopAroundForeachFlow : Flow
{
    [Artifact]
    public partial int Round { get; set; }

    [Artifact]
    public partial int Spins { get; set; }

    [Artifact]
    public partial List<int> Totals { get; set; }

    [Step]
    public Next Start()
    {
        (Round, Totals) = (0, []);
        return To(Split);
    }

    [Step]
    public Next Split()
    {
        Round++;
        return ForEach(Enumerable.Range(1, Round), Item);
    }

    [Step]
    public Next Item(int item)
    {
        Spins = 0;
        return To(Spin);
    }

    [Step]
    public Next Spin()
    {
        Spins++;
        return Spins <= Context.ForEach[^1].Index ? To(Spin) : To(Join);
    }

    [Step]
    public Next Join(Inputs<LoopAroundForeachFlow> inputs)
    {
        Totals = [.. inputs[0].Totals, inputs.Sum(i => i.Spins)];
        Merge(inputs, exclude: [nameof(Spins)]);
        return Round < 3 ? To(Split) : To(End);
    }

    [Step]
    public void End() => Check.Sequence([1, 3, 6], Totals, nameof(Totals));
}
