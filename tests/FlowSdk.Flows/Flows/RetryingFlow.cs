namespace FlowSdk.Flows;

/// <summary>A step that succeeds at its third attempt; what the others set is gone.</summary>
public sealed partial class RetryingFlow : Flow
{
    [Artifact]
    public partial int Attempt { get; set; }

    [Artifact]
    public partial string? Invisible { get; set; }

    [Step, Retry(Times = 3, DelaySeconds = 0)]
    public Next Start()
    {
        Console.WriteLine($"attempt {Context.Attempt}");
        Check.That(Invisible is null, "an earlier attempt is not seen");
        if (Context.Attempt < 2)
        {
            Invisible = "set";
            throw new InvalidOperationException("try again");
        }

        Attempt = Context.Attempt;
        return To(End);
    }

    [Step]
    public void End()
    {
        Check.Equal(2, Attempt, nameof(Attempt));
        Check.That(Invisible is null, "unset");
    }
}
