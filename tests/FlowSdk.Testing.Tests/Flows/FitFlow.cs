using System.ComponentModel.DataAnnotations;

namespace FlowSdk.Testing.Tests.Flows;

/// <summary>Fits a line through the origin, with several learning rates, and keeps the best.</summary>
public sealed partial class FitFlow : Flow
{
    [Parameter]
    public double[] Rates { get; init; } = [0.01, 0.1];

    /// <summary>The greatest error with which a line is published.</summary>
    [Parameter, Range(0, 100)]
    public double Limit { get; init; } = 0.5;

    [Artifact]
    public partial List<Point> Points { get; set; }

    [Artifact]
    public partial double Slope { get; set; }

    [Artifact]
    public partial double Error { get; set; }

    [Artifact]
    public partial string? Verdict { get; set; }

    [Step]
    public Next Start()
    {
        Points = [new(1, 2), new(2, 4), new(3, 6)];
        Console.WriteLine($"{Points.Count} points");
        return ForEach(Rates, Fit);
    }

    [Step]
    public Next Fit(double rate)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rate);
        Slope = 0;
        for (var i = 0; i < 10; i++)
        {
            Slope += rate * Points.Average(p => (p.Y - Slope * p.X) * p.X);
        }

        Error = Points.Average(p => Math.Abs(p.Y - Slope * p.X));
        return To(Choose);
    }

    [Step]
    public Next Choose(Inputs<FitFlow> inputs)
    {
        Merge(inputs, exclude: [nameof(Slope), nameof(Error)]);
        var best = inputs.MinBy(i => i.Error)!;
        (Slope, Error) = (best.Slope, best.Error);
        return Error <= Limit ? To(Publish) : To(Discard);
    }

    [Step]
    public Next Publish()
    {
        Verdict = "published";
        return To(End);
    }

    [Step]
    public Next Discard()
    {
        Verdict = "discarded";
        return To(End);
    }

    [Step]
    public void End() => Logger.LogInformation("{Verdict}: y = {Slope:f2} x", Verdict, Slope);
}
