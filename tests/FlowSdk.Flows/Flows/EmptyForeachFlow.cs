namespace FlowSdk.Flows;

/// <summary>No items: straight to the join, which merges what the split had.</summary>
public sealed partial class EmptyForeachFlow : Flow
{
    [Artifact]
    public partial string Before { get; set; }

    [Artifact]
    public partial int Inside { get; set; }

    [Step]
    public Next Start()
    {
        Before = "kept";
        return ForEach(Array.Empty<string>(), Body);
    }

    [Step]
    public Next Body(string item)
    {
        Inside = item.Length;
        return To(Join);
    }

    [Step]
    public Next Join(Inputs<EmptyForeachFlow> inputs)
    {
        Check.Equal(0, inputs.Count, "count");
        Merge(inputs);
        return To(End);
    }

    [Step]
    public void End()
    {
        Check.Equal("kept", Before, nameof(Before));
        var unset = Check.Throws<ArtifactNotSetException>(() => _ = Inside);
        Check.Equal(nameof(Inside), unset.ArtifactName, "unset");
        Check.That(unset.Message.Contains("A foreach without items runs none of its steps.", StringComparison.Ordinal), unset.Message);
    }
}
