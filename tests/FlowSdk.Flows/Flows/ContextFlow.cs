namespace FlowSdk.Flows;

/// <summary>What a step knows of itself.</summary>
public sealed partial class ContextFlow : Flow
{
    [Artifact]
    public partial string RunId { get; set; }

    [Artifact]
    public partial string Temp { get; set; }

    [Artifact]
    public partial string PathSpec { get; set; }

    [Step]
    public Next Start()
    {
        Check.Equal("ContextFlow", Context.FlowName, "flow");
        Check.Equal("Start", Context.StepName, "step");
        Check.Equal(0, Context.Attempt, "attempt");
        Check.Equal($"ContextFlow/{Context.RunId}/Start/{Context.TaskId}", Context.PathSpec, "path spec");
        Check.That(Context.OriginRunId is null, "no origin");
        Check.That(Context.UserName.Length > 0, "user");
        Check.Sequence(["blue", "日本"], Context.Tags.Order(StringComparer.Ordinal), "tags");
        Check.Equal(0, Context.ForEach.Count, "frames");
        Check.Equal(0, Context.Gpus.Count, "gpus");
        File.WriteAllText(Path.Combine(Context.TempDirectory, "x"), "x");
        (RunId, Temp, PathSpec) = (Context.RunId, Context.TempDirectory, Context.PathSpec);
        return To(End);
    }

    [Step]
    public void End()
    {
        Check.Equal(RunId, Context.RunId, "run");
        Check.That(!Directory.Exists(Temp), "the first step's temporary directory is gone");
        Check.That(PathSpec != Context.PathSpec, "another task");
    }
}
