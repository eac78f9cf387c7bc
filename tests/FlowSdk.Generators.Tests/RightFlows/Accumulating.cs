/// <summary>Artifacts that are changed in place, by index, and in lambdas.</summary>
public sealed partial class AccumulatingFlow : Flow
{
    [Artifact] public partial int[] Counts { get; set; }
    [Artifact] public partial HashSet<string> Seen { get; set; }
    [Artifact] public partial string Text { get; set; }
    [Artifact] public partial bool IsDone { get; set; }

    [Step]
    public Next Start()
    {
        Counts = new int[3];
        Seen = new(StringComparer.OrdinalIgnoreCase);
        Text = string.Empty;
        IsDone = false;
        return To(Work);
    }

    [Step]
    public Next Work()
    {
        Parallel.For(0, 100, i => Interlocked.Increment(ref Counts[i % 3]));
        foreach (var word in "a B b".Split(' '))
        {
            if (!Seen.Add(word))
            {
                continue;
            }

            Text += word;
        }

        do
        {
            Counts[0]--;
        }
        while (Counts[0] > 0);

        IsDone |= Seen.Count > 1;
        return IsDone ? To(End) : To(Work);
    }

    [Step] public void End() => Console.WriteLine($"{Text} {Seen.Count} {Counts.Max()}");
}
