namespace FlowSdk.Flows;

/// <summary>A loaded value that a step changes in place is kept; a view's is not.</summary>
public sealed partial class MutationFlow : Flow
{
    [Artifact]
    public partial List<int> Numbers { get; set; }

    [Artifact(ReadOnly = true)]
    public partial List<int> Fixed { get; set; }

    [Step]
    public Next Start()
    {
        (Numbers, Fixed) = ([1], [1]);
        return To(Change);
    }

    [Step]
    public Next Change()
    {
        Numbers.Add(2);
        Check.Equal(1, Fixed.Count, nameof(Fixed));
        return To(A, B);
    }

    [Step]
    public Next A()
    {
        Numbers.Add(3);
        return To(Join);
    }

    [Step]
    public Next B() => To(Join);

    [Step]
    public Next Join(Inputs<MutationFlow> inputs)
    {
        Check.Sequence([1, 2, 3], inputs[A].Numbers, "a");
        Check.Sequence([1, 2], inputs[B].Numbers, "b");
        inputs[B].Numbers.Add(99);
        Merge(inputs[B]);
        return To(End);
    }

    [Step]
    public void End() => Check.Sequence([1, 2], Numbers, "b's, without the change to the view");
}
