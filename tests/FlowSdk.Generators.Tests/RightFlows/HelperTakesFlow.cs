public sealed partial class HelpedFlow : Flow
{
    [Artifact] public partial int[] Rows { get; set; }
    [Artifact] public partial double Mean { get; set; }
    [Artifact] public partial string Report { get; set; }

    [Step]
    public Next Start()
    {
        Loading.Fill(this, 10);
        return To(Describe);
    }

    [Step]
    public Next Describe()
    {
        new Describer(this).Run();
        return To(End);
    }

    [Step] public void End() => Console.WriteLine($"{Report}: {Rows.Length} rows, mean {Mean}");
}

internal static class Loading
{
    public static void Fill(HelpedFlow flow, int count) => flow.Rows = [.. Enumerable.Range(0, count)];
}

internal sealed class Describer(HelpedFlow flow)
{
    public void Run()
    {
        flow.Mean = flow.Rows.Average();
        flow.Report = $"mean {flow.Mean}";
    }
}
