namespace FlowSdk.Flows;

/// <summary>A step that runs for longer than it may, in its first attempts, and does not listen to its token.</summary>
public sealed partial class TimeoutFlow : Flow
{
    [Parameter]
    public int SlowAttempts { get; init; } = 1;

    [Step, Timeout(Seconds = 0.5), Retry(Times = 1, DelaySeconds = 0)]
    public Next Start()
    {
        Console.WriteLine($"attempt {Context.Attempt}");
        if (Context.Attempt < SlowAttempts)
        {
            Thread.Sleep(Timeout.Infinite);
        }

        return To(End);
    }

    [Step]
    public void End()
    {
    }
}
