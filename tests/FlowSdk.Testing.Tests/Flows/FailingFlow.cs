namespace FlowSdk.Testing.Tests.Flows;

/// <summary>Needs a GPU, which no test has, reads its own run, and fails twice before it succeeds, if it may.</summary>
public sealed partial class FailingFlow : Flow
{
    [Parameter]
    public int Failures { get; init; } = 2;

    [Artifact]
    public partial string RunSeen { get; set; }

    [Step, Resources(Gpu = 1), Retry(Times = 2)]
    public async Task<Next> Start()
    {
        if (Context.Attempt < Failures)
        {
            throw new InvalidDataException($"attempt {Context.Attempt}");
        }

        await using var client = FlowClient.Open();
        RunSeen = (await client.RunAsync(Context.RunId)).PathSpec;
        return To(End);
    }

    [Step]
    public void End() => Console.WriteLine("over");
}
