namespace FlowSdk.Flows;

/// <summary>Reading what was never set: null where the type says so, else an error that says who sets it.</summary>
public sealed partial class UnsetFlow : Flow
{
    [Artifact]
    public partial string? Optional { get; set; }

    [Artifact]
    public partial int? OptionalNumber { get; set; }

    [Artifact]
    public partial int Number { get; set; }

    [Step]
    public Next Start()
    {
        Check.That(Optional is null && OptionalNumber is null, "nullable");
        var e = Check.Throws<ArtifactNotSetException>(() => _ = Number);
        Check.Equal("Number", e.ArtifactName, "name");
        Check.Equal("Start", e.StepName, "step");
        Check.That(e.Message.Contains("Last", StringComparison.Ordinal), e.Message);
        return To(Last);
    }

    [Step]
    public Next Last()
    {
        Number = 1;
        return To(End);
    }

    [Step]
    public void End() => Check.Equal(1, Number, nameof(Number));
}
