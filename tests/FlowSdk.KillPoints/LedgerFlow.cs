namespace FlowSdk.KillPoints;

/// <summary>A loop around a foreach, a branch and a gang. What each task leaves follows from what it was given, so anything lost or doubled shows at the end.</summary>
public sealed partial class LedgerFlow : Flow
{
    /// <summary>Items of the foreach.</summary>
    [Parameter]
    public int Items { get; init; } = 5;

    /// <summary>How often the loop goes round.</summary>
    [Parameter]
    public int Rounds { get; init; } = 2;

    [Artifact]
    public partial int Round { get; set; }

    /// <summary>Long enough to be an object of its own.</summary>
    [Artifact]
    public partial string Pages { get; set; }

    [Artifact]
    public partial List<string> Entries { get; set; }

    [Step, Retry(Times = 2, DelaySeconds = 0)]
    public Next Start()
    {
        (Round, Entries) = (0, ["start"]);
        return To(Split);
    }

    [Step, Retry(Times = 2, DelaySeconds = 0)]
    public Next Split()
    {
        Pages = Long($"round {Round}");
        return ForEach(Enumerable.Range(0, Items), Fill);
    }

    [Step, Retry(Times = 2, DelaySeconds = 0)]
    public Next Fill(int item)
    {
        Console.WriteLine($"filling {item}");
        Entries = [.. Entries, $"{Round}.{item}"];
        Pages = Long($"{Pages[..20]} item {item}");
        return To(Collect);
    }

    [Step, Retry(Times = 2, DelaySeconds = 0)]
    public Next Collect(Inputs<LedgerFlow> inputs)
    {
        Round = inputs[0].Round + 1;
        Entries = [.. inputs.SelectMany(i => i.Entries)];
        Pages = Long(string.Concat(inputs.Select(i => i.Pages[..30])));
        return Round < Rounds ? To(Split) : To(Fork);
    }

    [Step, Retry(Times = 2, DelaySeconds = 0)]
    public Next Fork()
    {
        // Lets a test do something to the processes meanwhile.
        if (Environment.GetEnvironmentVariable("LEDGER_GATE") is { Length: > 0 } gate)
        {
            Console.WriteLine("waiting");
            while (!File.Exists(gate))
            {
                Thread.Sleep(10);
            }
        }

        return To(Left, Right);
    }

    [Step, Retry(Times = 2, DelaySeconds = 0)]
    public Next Left() => InParallel(2, Member);

    [Step, Retry(Times = 2, DelaySeconds = 0)]
    public Next Member(Gang gang)
    {
        Pages = Long($"member {gang.Index}");
        Entries = [$"member {gang.Index} of {gang.Count}"];
        return To(Gather);
    }

    [Step, Retry(Times = 2, DelaySeconds = 0)]
    public Next Gather(Inputs<LedgerFlow> inputs)
    {
        Pages = Long(string.Concat(inputs.Select(i => i.Pages[..30])));
        Entries = [.. inputs.SelectMany(i => i.Entries)];
        return To(Close);
    }

    [Step, Retry(Times = 2, DelaySeconds = 0)]
    public Next Right()
    {
        Entries = [.. Entries, "right"];
        return To(Close);
    }

    [Step, Retry(Times = 2, DelaySeconds = 0)]
    public Next Close(Inputs<LedgerFlow> inputs)
    {
        Pages = Long(string.Concat(inputs.Select(i => i.Pages[..30])));
        Entries = [.. inputs.SelectMany(i => i.Entries)];
        return To(End);
    }

    [Step, Retry(Times = 2, DelaySeconds = 0)]
    public void End() => Entries = [.. Entries, "end"];

    private static string Long(string text) => string.Concat(Enumerable.Repeat($"{text} / ", 3000 / text.Length));
}
