/// <summary>What flows share is generic, though flows are not.</summary>
public abstract partial class PipelineFlow : Flow
{
    [Artifact] public partial string Summary { get; set; }

    protected static string Describe<T>(Pipeline<T> pipeline, Func<T, string> describe)
        where T : notnull => string.Join(", ", pipeline.Run().Select(describe));

    protected TFlow Best<TFlow>(Inputs<TFlow> inputs, Func<TFlow, double> score)
        where TFlow : PipelineFlow => inputs.MaxBy(score) ?? throw new InvalidOperationException("no inputs");
}

public sealed class Pipeline<T>(params T[] items)
{
    public IEnumerable<T> Run() => items;
}

public sealed partial class NumberPipeline : PipelineFlow
{
    [Artifact] public partial Box<int> Boxed { get; set; }
    [Artifact] public partial double Score { get; set; }

    [Step] public Next Start() => ForEach([1, 2, 3], Work);

    [Step]
    public Next Work(int item)
    {
        Boxed = new(item);
        Score = Boxed.Value * 2;
        Summary = Describe(new Pipeline<int>(item, 2), i => $"#{i}");
        return To(Choose);
    }

    [Step]
    public Next Choose(Inputs<NumberPipeline> inputs)
    {
        var best = Best(inputs, input => input.Score);
        (Summary, Boxed) = (best.Summary, best.Boxed);
        return To(End);
    }

    [Step] public void End() => Console.WriteLine($"{Summary} {Boxed.Value}");
}

public sealed record Box<T>(T Value)
    where T : struct;
