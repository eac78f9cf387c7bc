namespace FlowSdk.Flows;

/// <summary>A file given as a parameter travels with the run.</summary>
public sealed partial class IncludeFlow : Flow
{
    [Parameter]
    public required IncludedFile Text { get; init; }

    [Parameter]
    public IncludedFile? Absent { get; init; }

    [Step]
    public Next Start()
    {
        Console.WriteLine($"{Context.StepName}: {Text.ReadAllText()}");
        return To(End);
    }

    [Step]
    public void End()
    {
        Check.That(Absent is null, "absent");
        Console.WriteLine($"{Context.StepName}: {Text.ReadAllText()}");
    }
}
