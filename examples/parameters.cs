using System.ComponentModel.DataAnnotations;
using FlowSdk;

return await FlowApp.RunAsync<ParametersFlow>(args);

/// <summary>Every kind of parameter. Try --help, then a few of them, then a wrong one.</summary>
public sealed partial class ParametersFlow : Flow
{
    /// <summary>Learning rates, separated by commas.</summary>
    [Parameter]
    public double[] LearningRates { get; init; } = [0.1, 0.01];

    /// <summary>Passes over the data.</summary>
    [Parameter, Range(1, 1000)]
    public int Epochs { get; init; } = 10;

    /// <summary>How the loss is computed.</summary>
    [Parameter]
    public Loss Loss { get; init; } = Loss.Squared;

    /// <summary>Where to stop early; never, if it is not given.</summary>
    [Parameter]
    public double? Target { get; init; }

    /// <summary>The first day of the data.</summary>
    [Parameter]
    public DateOnly Since { get; init; } = new(2026, 1, 1);

    /// <summary>The shape of the network, as JSON or @file.json.</summary>
    [Parameter]
    public Shape Shape { get; init; } = new([64, 10]);

    /// <summary>A file whose content is kept with the run.</summary>
    [Parameter]
    public IncludedFile? Notes { get; init; }

    [Step]
    public Next Start()
    {
        Console.WriteLine($"{Epochs} epochs at {string.Join(" and ", LearningRates)}, {Loss} loss, since {Since:yyyy-MM-dd}");
        return To(End);
    }

    [Step]
    public void End()
    {
        Console.WriteLine($"layers of {string.Join(", ", Shape.Layers)}, dropout {Shape.Dropout}");
        Console.WriteLine(Target is null ? "no target" : $"until {Target}");
        Console.WriteLine(Notes is null ? "no notes" : $"notes: {Notes.ReadAllText()}");
    }
}

public enum Loss
{
    Squared,
    Absolute,
}

public sealed record Shape(int[] Layers, double Dropout = 0.2);
