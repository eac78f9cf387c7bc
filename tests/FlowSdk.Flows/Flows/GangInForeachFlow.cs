namespace FlowSdk.Flows;

/// <summary>Two gangs of three, and a foreach inside each of their members.</summary>
public sealed partial class GangInForeachFlow : Flow
{
    [Artifact]
    public partial string Path { get; set; }

    [Artifact]
    public partial List<string> Paths { get; set; }

    [Step]
    public Next Start() => ForEach(["a", "b"], Item);

    [Step]
    public Next Item(string item) => InParallel(3, Member);

    [Step]
    public Next Member(Gang gang) => ForEach([1.5, 2.5], Leaf);

    [Step]
    public Next Leaf(double value)
    {
        Path = string.Join('/', Context.ForEach.Select(f => f.Item));
        return To(JoinLeaves);
    }

    [Step]
    public Next JoinLeaves(Inputs<GangInForeachFlow> inputs)
    {
        Paths = [.. inputs.Select(i => i.Path)];
        return To(JoinMembers);
    }

    [Step]
    public Next JoinMembers(Inputs<GangInForeachFlow> inputs)
    {
        Paths = [.. inputs.SelectMany(i => i.Paths)];
        return To(JoinItems);
    }

    [Step]
    public Next JoinItems(Inputs<GangInForeachFlow> inputs)
    {
        Paths = [.. inputs.SelectMany(i => i.Paths)];
        return To(End);
    }

    [Step]
    public void End()
    {
        var expected = from i in "ab" from m in Enumerable.Range(0, 3) from l in new[] { "1.5", "2.5" } select $"{i}/{m}/{l}";
        Check.Sequence(expected, Paths, "paths");
    }
}
