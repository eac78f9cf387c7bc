public sealed partial class PropertyFlow : Flow
{
    [Parameter] public double Threshold { get; init; } = 0.5;

    [Artifact] public partial double[] Scores { get; set; }
    [Artifact] public partial int Rounds { get; set; }

    private double Mean => Scores.Average();
    private bool IsGood => Mean > Threshold && Rounds > 0;
    private int Limit { get; } = 5;
    private bool IsOver
    {
        get => Rounds >= Limit;
        set => Rounds = value ? Limit : 0;
    }

    private double this[int index] => Scores[index];

    [Step]
    public Next Start()
    {
        Scores = [0.1, 0.9];
        IsOver = false;
        return To(Improve);
    }

    [Step]
    public Next Improve()
    {
        Scores[0] += this[1] / 10;
        Rounds++;
        return IsGood || IsOver ? To(End) : To(Improve);
    }

    [Step] public void End() => Console.WriteLine($"{Mean} after {Rounds}");
}
