public sealed partial class NullableFlow : Flow
{
    [Parameter] public bool WithModel { get; init; }

    [Artifact] public partial string? Model { get; set; }
    [Artifact] public partial int? Seed { get; set; }
    [Artifact] public partial List<string?> Notes { get; set; }
    [Artifact] public partial string Text { get; set; }

    [Step]
    public Next Start()
    {
        Notes = [null, "begun"];
        return WithModel ? To(Train) : To(Report);
    }

    [Step]
    public Next Train()
    {
        Model ??= "linear";
        Seed = (Seed ?? 0) + 1;
        return To(Report);
    }

    [Step]
    public Next Report()
    {
        Text = Model?.ToUpperInvariant() ?? "none";
        if (Seed is { } seed)
        {
            Text += $" with seed {seed}";
        }

        return To(End);
    }

    [Step] public void End() => Console.WriteLine($"{Text} {Notes.Count(note => note is not null)}");
}
