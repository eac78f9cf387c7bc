namespace FlowSdk.Flows;

/// <summary>A join that takes the best input over, by reference.</summary>
public sealed partial class MergeChoiceFlow : Flow
{
    [Artifact]
    public partial double[] Weights { get; set; }

    [Artifact]
    public partial double Score { get; set; }

    [Step]
    public Next Start() => ForEach([0.3, 0.9, 0.5], Train);

    [Step]
    public Next Train(double score)
    {
        Weights = [.. Enumerable.Range(0, 10_000).Select(i => i * score)];
        Score = score;
        return To(Choose);
    }

    [Step]
    public Next Choose(Inputs<MergeChoiceFlow> inputs)
    {
        var best = inputs.MaxBy(i => i.Score)!;
        Merge(best, include: [nameof(Weights)]);
        Score = best.Score;
        return To(End);
    }

    [Step]
    public void End()
    {
        Check.Equal(9_999 * 0.9, Weights[^1], "last weight");
        Check.Equal(0.9, Score, nameof(Score));
    }
}
