namespace FlowSdk.Flows;

/// <summary>Three foreachs in each other: 3 x 2 x 6 tasks.</summary>
public sealed partial class NestedForeachFlow : Flow
{
    [Artifact]
    public partial string Combination { get; set; }

    [Artifact]
    public partial List<string> Combinations { get; set; }

    [Step]
    public Next Start() => ForEach("abc", X);

    [Step]
    public Next X(char x) => ForEach("de", Y);

    [Step]
    public Next Y(char y) => ForEach("fghijk", Z);

    [Step]
    public Next Z(char z)
    {
        var frames = Context.ForEach;
        Check.Sequence([3, 2, 6], frames.Select(f => f.Count), "counts");
        Check.Sequence(["Start", "X", "Y"], frames.Select(f => f.StepName), "steps");
        Check.Equal("fghijk"[frames[2].Index], z, "item");
        Combination = string.Concat(frames.Select(f => (char)f.Item!));
        return To(JoinZ);
    }

    [Step]
    public Next JoinZ(Inputs<NestedForeachFlow> inputs)
    {
        Combinations = [.. inputs.Select(i => i.Combination)];
        return To(JoinY);
    }

    [Step]
    public Next JoinY(Inputs<NestedForeachFlow> inputs)
    {
        Combinations = [.. inputs.SelectMany(i => i.Combinations)];
        return To(JoinX);
    }

    [Step]
    public Next JoinX(Inputs<NestedForeachFlow> inputs)
    {
        Combinations = [.. inputs.SelectMany(i => i.Combinations)];
        return To(End);
    }

    [Step]
    public void End()
    {
        var expected = from x in "abc" from y in "de" from z in "fghijk" select $"{x}{y}{z}";
        Check.Sequence(expected, Combinations, "combinations");
    }
}
