/// <summary>Trains a model for each learning rate, keeps the best, and says how good it is.</summary>
public sealed partial class TrainingFlow : Flow
{
    [Parameter(Help = "Learning rates to try")]
    public double[] LearningRates { get; init; } = [0.1, 0.01];

    [Parameter]
    public required string Input { get; init; }

    [Artifact(ReadOnly = true)] public partial Table Data { get; set; }
    [Artifact] public partial LinearModel Model { get; set; }
    [Artifact] public partial double Loss { get; set; }
    [Artifact] public partial Dictionary<double, double> LossByRate { get; set; }

    [Step]
    public Next Start()
    {
        Data = Table.Load(Input);
        return ForEach(LearningRates, Train);
    }

    [Step, Resources(Cpu = 2), Retry(Times = 2), Timeout(Minutes = 30)]
    public async Task<Next> Train(double rate, CancellationToken cancellation)
    {
        Model = new LinearModel(new double[Data.Width], rate);
        for (var epoch = 0; epoch < 10; epoch++)
        {
            Model = await Model.StepAsync(Data, cancellation);
            Logger.LogInformation("epoch {Epoch}: {Loss}", epoch, Model.Loss(Data));
        }

        Loss = Model.Loss(Data);
        return To(Choose);
    }

    [Step]
    public Next Choose(Inputs<TrainingFlow> inputs)
    {
        var best = inputs.MinBy(input => input.Loss)!;
        (Model, Loss) = (best.Model, best.Loss);
        LossByRate = inputs.ToDictionary(input => input.Model.Rate, input => input.Loss);
        return Loss < 0.1 ? To(Publish) : To(Discard);
    }

    [Step] public Next Publish() => To(End);
    [Step] public Next Discard() => To(End);
    [Step] public void End() => Logger.LogInformation("{Count} tried, best {Loss} at {Rate}", LossByRate.Count, Loss, Model.Rate);
}

public sealed record Table(double[][] Rows)
{
    public int Width => Rows[0].Length;

    public static Table Load(string path) => new([.. File.ReadLines(path).Select(line => line.Split(',').Select(double.Parse).ToArray())]);
}

public sealed record LinearModel(double[] Weights, double Rate)
{
    public Task<LinearModel> StepAsync(Table data, CancellationToken cancellation) =>
        Task.Run(() => this with { Weights = [.. Weights.Select((w, i) => w + (Rate * data.Rows[0][i]))] }, cancellation);

    public double Loss(Table data) => data.Rows.Sum(row => row.Zip(Weights, (x, w) => x * w).Sum());
}
