using FlowSdk;

// This program starts runs by itself. It can also be started as a worker of such a run, and then hands over at once.
var app = FlowApp.CreateBuilder(args).AddFlow<CoinFlow>().Build();
if (app.IsWorker)
{
    return await app.RunAsync();
}

// Parameters are properties of a flow object; what is required, or of another type, the compiler says.
await using var one = await FlowRunner.RunAsync(new CoinFlow { Seed = 1, Tosses = 100 });
await foreach (var line in one.OutputAsync())
{
    Console.WriteLine($"{line.StepName}/{line.TaskId}: {line.Text}");
}

var result = await one.Completion;
Console.WriteLine($"{result.PathSpec} {result.Status}");

// Several at once. StateAsync waits for the end, and throws if the run fails.
var options = new FlowRunOptions { MaxWorkers = 2, Tags = ["coins"] };
var runs = await Task.WhenAll(Enumerable.Range(2, 3).Select(seed => FlowRunner.RunAsync(new CoinFlow { Seed = seed, Tosses = 1000 }, options)));
foreach (var run in runs)
{
    var end = await run.StateAsync();
    Console.WriteLine($"with seed {end.Seed}: {end.Heads} heads");
    await run.DisposeAsync();
}

// Texts, such as those of a web request, are read as the command line reads them, and refused in the same words.
var values = new Dictionary<string, string?> { ["seed"] = "5", ["tosses"] = "many" };
try
{
    await using var refused = await FlowRunner.RunAsync(FlowRunner.Bind<CoinFlow>(values));
}
catch (FlowException mistake)
{
    Console.WriteLine(mistake.Message);
}

return 0;

/// <summary>Tosses a coin.</summary>
public sealed partial class CoinFlow : Flow
{
    [Parameter]
    public required int Seed { get; init; }

    [Parameter]
    public int Tosses { get; init; } = 10;

    [Artifact]
    public partial int Heads { get; set; }

    [Step]
    public Next Toss()
    {
        var random = new Random(Seed);
        Heads = Enumerable.Range(0, Tosses).Count(_ => random.Next(2) == 0);
        Console.WriteLine($"{Heads} of {Tosses} are heads");
        return To(End);
    }

    [Step]
    public void End()
    {
    }
}
