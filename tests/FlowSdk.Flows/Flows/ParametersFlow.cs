namespace FlowSdk.Flows;

/// <summary>Parameters of many types, with defaults.</summary>
public sealed partial class ParametersFlow : Flow
{
    /// <summary>Text without a default.</summary>
    [Parameter]
    public string? NoDefault { get; init; }

    [Parameter(Help = "Given as text by an environment variable.")]
    public bool Flag { get; init; }

    [Parameter]
    public bool TrueFlag { get; init; } = true;

    [Parameter]
    public int Number { get; init; } = 123;

    [Parameter]
    public string Text { get; init; } = "foobar";

    [Parameter]
    public string[] Names { get; init; } = ["a", "b", "c"];

    [Parameter]
    public double[] LearningRates { get; init; } = [0.1, 0.01];

    [Parameter]
    public DayOfWeek Day { get; init; } = DayOfWeek.Friday;

    [Parameter]
    public DateTimeOffset? Since { get; init; }

    [Parameter]
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(90);

    [Parameter]
    public Dictionary<string, int[]> Map { get; init; } = new() { ["a"] = [1, 2, 3] };

    [Parameter]
    public Layer[] Layers { get; init; } = [new("first", 3)];

    [Step]
    public Next Start()
    {
        Print();
        return To(A, B);
    }

    [Step]
    public Next A() => To(Join);

    [Step]
    public Next B() => To(Join);

    [Step]
    public Next Join(Inputs<ParametersFlow> inputs)
    {
        Print();
        Check.Equal(Number, inputs[0].Number, "a view's parameter");
        return To(End);
    }

    [Step]
    public void End() => Print();

    private void Print() => Console.WriteLine(FormattableString.Invariant(
        $"{Context.StepName}: {NoDefault ?? "null"} {Flag} {TrueFlag} {Number} {Text} {string.Join(';', Names)} {string.Join(';', LearningRates)} {Day} {Since:O} {Pause} {string.Join(';', Map["a"])} {Layers[0].Name}:{Layers[0].Size}"));

    public sealed record Layer(string Name, int Size);
}
