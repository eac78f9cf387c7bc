public sealed partial class MergingFlow : Flow
{
    [Artifact] public partial string[] Rows { get; set; }
    [Artifact] public partial double Fast { get; set; }
    [Artifact] public partial double Exact { get; set; }
    [Artifact] public partial string Note { get; set; }
    [Artifact] public partial string Winner { get; set; }

    [Step]
    public Next Start()
    {
        Rows = ["a", "b"];
        return To(FitFast, FitExact);
    }

    [Step] public Next FitFast() { (Fast, Note) = (Rows.Length, "fast"); return To(Compare); }
    [Step] public Next FitExact() { (Exact, Note) = (Rows.Length * 2, "exact"); return To(Compare); }

    [Step]
    public Next Compare(Inputs<MergingFlow> inputs)
    {
        Merge(inputs, exclude: [nameof(Note)]);
        Winner = Fast < Exact ? inputs[FitFast].Note : inputs[FitExact].Note;
        return ForEach(Rows, Use);
    }

    [Step] public Next Use(string row) { Note = $"{row} by {Winner}"; return To(Gather); }

    [Step]
    public Next Gather(Inputs<MergingFlow> inputs)
    {
        Merge(inputs, include: [nameof(Winner), nameof(Rows)]);
        Merge(inputs[0], include: [nameof(Note)]);
        return To(End);
    }

    [Step] public void End() => Console.WriteLine($"{Winner}: {Note}, {Rows.Length}");
}
