/// <summary>What the reports of all departments have in common.</summary>
public abstract partial class ReportFlow : Flow
{
    [Parameter] public int Year { get; init; } = 2026;

    [Artifact] public partial List<string> Lines { get; set; }
    [Artifact] public partial string Text { get; set; }

    protected abstract string Title { get; }

    [Step]
    public Next Start()
    {
        Lines = [$"{Title} {Year}"];
        return To(Collect);
    }

    [Step] public abstract Next Collect();

    [Step]
    public virtual Next Write()
    {
        Text = string.Join('\n', Lines);
        return To(End);
    }

    [Step] public void End() => Console.WriteLine(Text);

    protected void Add(string line) => Lines.Add(line);
}

public sealed partial class SalesReport : ReportFlow
{
    [Artifact] public partial decimal Revenue { get; set; }

    protected override string Title => "Sales";

    public override Next Collect()
    {
        Revenue = 12.5m;
        Add($"revenue {Revenue}");
        return To(Write);
    }

    public override Next Write()
    {
        Add("all figures in euro");
        return base.Write();
    }
}

public sealed partial class StaffReport : ReportFlow
{
    [Artifact] public partial int People { get; set; }

    protected override string Title => $"Staff, {People switch { 0 => "none", _ => "some" }}";

    public StaffReport() => People = 0;

    public override Next Collect()
    {
        People += 3;
        Add($"{People} people");
        return To(Write);
    }
}
