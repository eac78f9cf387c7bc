namespace FlowSdk.Flows;

/// <summary>What Merge carries over, what it refuses, and that it then sets nothing.</summary>
public sealed partial class MergeFlow : Flow
{
    [Artifact]
    public partial string Unchanged { get; set; }

    [Artifact]
    public partial string SameEverywhere { get; set; }

    [Artifact]
    public partial string Different { get; set; }

    [Artifact]
    public partial string Ignored { get; set; }

    [Artifact]
    public partial string? InOneBranch { get; set; }

    [Artifact]
    public partial string Never { get; set; }

    [Step]
    public Next Start()
    {
        (Unchanged, SameEverywhere, Different, Ignored) = ("a", "b", "c", "d");
        return To(Left, Right);
    }

    [Step]
    public Next Left()
    {
        (SameEverywhere, Different, Ignored, InOneBranch) = ("e", Context.TaskId, Context.TaskId, "left");
        return To(Join);
    }

    [Step]
    public Next Right()
    {
        (SameEverywhere, Different, Ignored) = ("e", Context.TaskId, Context.TaskId);
        return To(Join);
    }

    [Step]
    public Next Join(Inputs<MergeFlow> inputs)
    {
        var conflict = Check.Throws<MergeConflictException>(() => Merge(inputs));
        Check.Sequence([nameof(Different), nameof(Ignored)], conflict.ArtifactNames, "conflicts");
        Check.Throws<ArtifactNotSetException>(() => _ = Unchanged);
        Check.Equal("FLOW1004", Check.Throws<FlowException>(() => Merge(inputs, [nameof(Ignored)], [nameof(Ignored)])).Id, "both lists");
        Check.Throws<ArtifactNotSetException>(() => _ = Unchanged);
        var missing = Check.Throws<MergeMissingException>(() => Merge(inputs, include: [nameof(Never), nameof(Unchanged)]));
        Check.Sequence([nameof(Never)], missing.ArtifactNames, "missing");
        Check.Throws<ArtifactNotSetException>(() => _ = Unchanged);
        Check.Equal("FLOW1006", Check.Throws<FlowException>(() => inputs[0].Unchanged = "x").Id, "view");

        Different = "mine";
        Merge(inputs, exclude: [nameof(Ignored)]);
        return To(End);
    }

    [Step]
    public void End()
    {
        Check.Equal("a", Unchanged, nameof(Unchanged));
        Check.Equal("e", SameEverywhere, nameof(SameEverywhere));
        Check.Equal("mine", Different, nameof(Different));
        Check.Equal("left", InOneBranch, nameof(InOneBranch));
        Check.Throws<ArtifactNotSetException>(() => _ = Ignored);
    }
}
