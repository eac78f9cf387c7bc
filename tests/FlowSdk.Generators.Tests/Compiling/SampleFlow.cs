namespace FlowSdk.Generators.Tests.Compiling;

/// <summary>The flow with which the design begins, word for word, and stand-ins for its own types.</summary>
internal static class SampleFlow
{
    public const string Source = """
        using FlowSdk;
        using Microsoft.Extensions.Logging;   // the package adds this one as an implicit using

        /// <summary>Trains one model per learning rate and keeps the best.</summary>
        public sealed partial class TrainFlow : Flow
        {
            [Parameter(Help = "Learning rates to try")]
            public double[] LearningRates { get; init; } = [0.1, 0.01];

            [Parameter(Help = "CSV file with the training rows")]
            public required string Input { get; init; }

            [Artifact] public partial Dataset Data { get; set; }
            [Artifact] public partial Model Model { get; set; }
            [Artifact] public partial double Accuracy { get; set; }

            [Step]
            public Next Start()
            {
                Data = Dataset.Load(Input);
                return ForEach(LearningRates, Train);
            }

            [Step, Resources(Cpu = 2, Gpu = 1), Retry(Times = 2), Timeout(Minutes = 30)]
            public async Task<Next> Train(double learningRate, CancellationToken cancellation)
            {
                Model = await Model.FitAsync(Data, learningRate, cancellation);
                Accuracy = Model.Score(Data);
                return To(Choose);
            }

            [Step]
            public Next Choose(Inputs<TrainFlow> inputs)
            {
                var best = inputs.MaxBy(i => i.Accuracy)!;
                (Model, Accuracy) = (best.Model, best.Accuracy);
                return Accuracy > 0.9 ? To(Publish) : To(Discard);
            }

            [Step] public Next Publish() => To(End);
            [Step] public Next Discard() => To(End);
            [Step] public void End() => Logger.LogInformation("accuracy {Accuracy}", Accuracy);
        }

        """;

    public const string StandIns = """
        public sealed record Dataset(int[] Rows)
        {
            public static Dataset Load(string path) => new([path.Length]);
        }

        public sealed record Model(double LearningRate)
        {
            public static Task<Model> FitAsync(Dataset data, double learningRate, CancellationToken cancellation) => Task.FromResult(new Model(learningRate));
            public double Score(Dataset data) => data.Rows.Length * LearningRate;
        }
        """;
}
