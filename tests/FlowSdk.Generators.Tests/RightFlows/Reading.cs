/// <summary>Compares itself with the run before.</summary>
public sealed partial class ChampionFlow : Flow
{
    [Artifact] public partial double Score { get; set; }
    [Artifact] public partial double? Before { get; set; }

    [Step]
    public async Task<Next> Start(CancellationToken cancellation)
    {
        Score = Random.Shared.NextDouble();
        await using var client = FlowClient.Open();
        await foreach (var run in client.Flow<ChampionFlow>().RunsAsync(status: RunStatus.Succeeded, cancellation: cancellation))
        {
            var last = await run.StateAsync<ChampionFlow>(cancellation);
            if (last.Score > Score)
            {
                Before = last.Score;
                break;
            }
        }

        return Before is null ? To(Celebrate) : To(End);
    }

    [Step] public Next Celebrate() => To(End);

    [Step] public void End() => Console.WriteLine($"{Score}, before {Before}");

    public static async Task<int> Main(string[] args)
    {
        Console.Write("Name? ");
        var name = Console.ReadLine();
        return name is null ? 1 : await FlowApp.RunAsync<ChampionFlow>(args);
    }
}
