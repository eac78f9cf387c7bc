using FlowSdk;

return await FlowApp.RunAsync<BranchFlow>(args);

/// <summary>Two ways to the same number, taken at the same time and compared.</summary>
public sealed partial class BranchFlow : Flow
{
    /// <summary>Random points to throw, and terms of the series to add.</summary>
    [Parameter]
    public int Effort { get; init; } = 10_000_000;

    [Artifact]
    public partial string Method { get; set; }

    [Artifact]
    public partial double Pi { get; set; }

    [Step]
    public Next Start() => To(Throw, Add);

    [Step]
    public Next Throw()
    {
        var random = new Random(42);
        var inside = 0;
        for (var i = 0; i < Effort; i++)
        {
            var (x, y) = (random.NextDouble(), random.NextDouble());
            inside += (x * x) + (y * y) < 1 ? 1 : 0;
        }

        (Method, Pi) = ("random points", 4.0 * inside / Effort);
        return To(Compare);
    }

    [Step]
    public Next Add()
    {
        var sum = 0.0;
        for (var i = Effort - 1; i >= 0; i--)
        {
            sum += (i % 2 == 0 ? 4.0 : -4.0) / ((2 * i) + 1);
        }

        (Method, Pi) = ("Leibniz' series", sum);
        return To(Compare);
    }

    [Step]
    public Next Compare(Inputs<BranchFlow> inputs)
    {
        Console.WriteLine($"they differ by {Math.Abs(inputs[Throw].Pi - inputs[Add].Pi):0.000000}");
        Merge(inputs.MinBy(input => Math.Abs(input.Pi - Math.PI))!);
        return To(End);
    }

    [Step]
    public void End() => Console.WriteLine($"{Method} came closer: {Pi:0.000000}");
}
