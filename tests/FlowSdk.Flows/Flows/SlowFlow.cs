namespace FlowSdk.Flows;

/// <summary>A step that waits until it is told to stop; or does not listen.</summary>
public sealed partial class SlowFlow : Flow
{
    [Parameter]
    public bool Deaf { get; init; }

    [Step]
    public async Task<Next> Start(CancellationToken cancellation)
    {
        Console.WriteLine($"waiting in process {Environment.ProcessId}");
        await Task.Delay(Timeout.Infinite, Deaf ? CancellationToken.None : cancellation);
        return To(End);
    }

    [Step]
    public void End()
    {
    }
}
