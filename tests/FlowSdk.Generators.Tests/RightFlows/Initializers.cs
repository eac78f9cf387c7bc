public sealed class Settings
{
    public required string Name { get; init; }
    public int Depth { get; set; } = 3;
    public List<string> Tags { get; } = [];
    public Dictionary<string, double> Weights { get; init; } = [];
}

public sealed record Plan(string Name, Settings Settings)
{
    public DateOnly? Due { get; init; }
}

public sealed partial class InitializerFlow : Flow
{
    [Artifact] public partial Settings Settings { get; set; }
    [Artifact] public partial Plan Plan { get; set; }
    [Artifact] public partial int[,] Grid { get; set; }

    [Step]
    public Next Start()
    {
        Settings = new() { Name = "deep", Tags = { "a", "b" }, Weights = { ["x"] = 1.5 } };
        Grid = new int[2, 2] { { 1, 2 }, { 3, 4 } };
        return To(Build);
    }

    [Step]
    public Next Build()
    {
        Settings.Depth = Grid[1, 1];
        Plan = new(Settings.Name, Settings) { Due = new DateOnly(2026, 12, 24) };
        var copy = Plan with { Name = $"{Plan.Name}er" };
        var anonymous = new { copy.Name, Settings.Depth };
        Plan = anonymous.Depth > 3 ? copy : Plan;
        return To(End);
    }

    [Step] public void End() => Console.WriteLine($"{Plan} {Grid.Length}");
}
