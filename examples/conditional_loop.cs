using FlowSdk;

return await FlowApp.RunAsync<ConditionalLoopFlow>(args);

/// <summary>A step that goes back to itself until it is good enough, and then goes one of two ways.</summary>
public sealed partial class ConditionalLoopFlow : Flow
{
    /// <summary>The number whose square root is wanted.</summary>
    [Parameter]
    public double Square { get; init; } = 2;

    /// <summary>How far the square of the result may be off.</summary>
    [Parameter]
    public double Tolerance { get; init; } = 1e-9;

    /// <summary>Rounds before giving up.</summary>
    [Parameter]
    public int MaxRounds { get; init; } = 20;

    [Artifact]
    public partial double Root { get; set; }

    [Artifact]
    public partial int Rounds { get; set; }

    [Step]
    public Next Start()
    {
        (Root, Rounds) = (1, 0);
        return To(Improve);
    }

    [Step]
    public Next Improve()
    {
        Root = (Root + (Square / Root)) / 2;
        Rounds++;
        Console.WriteLine($"round {Rounds}: {Root}");

        if (Math.Abs((Root * Root) - Square) <= Tolerance)
        {
            return To(Report);
        }

        return Rounds < MaxRounds ? To(Improve) : To(GiveUp);
    }

    [Step]
    public Next Report()
    {
        Console.WriteLine($"the square root of {Square} is {Root:0.########}, after {Rounds} rounds");
        return To(End);
    }

    [Step]
    public Next GiveUp()
    {
        Console.WriteLine($"no square root of {Square} in {Rounds} rounds; the last try was {Root}");
        return To(End);
    }

    [Step]
    public void End()
    {
    }
}
