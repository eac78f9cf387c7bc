public sealed partial class GangFlow : Flow
{
    [Parameter] public int Nodes { get; init; } = 2;

    [Artifact] public partial double[] Rows { get; set; }
    [Artifact] public partial double Loss { get; set; }
    [Artifact] public partial byte[]? Weights { get; set; }

    [Step]
    public Next Start()
    {
        Rows = [1, 2, 3];
        return InParallel(Nodes, Train);
    }

    [Step, Resources(Cpu = 1, MemoryMb = 256), Retry(Times = 1)]
    public Next Train(Gang gang, CancellationToken cancellation)
    {
        Loss = Rows.Where((_, index) => index % gang.Count == gang.Index).Sum();
        if (gang.Index == 0)
        {
            Weights = [1];
            Console.WriteLine($"main at {gang.MainAddress}, {cancellation.CanBeCanceled}");
        }

        return To(Join);
    }

    [Step]
    public Next Join(Inputs<GangFlow> inputs)
    {
        Loss = inputs.Average(input => input.Loss);
        Weights = inputs[0].Weights;
        return To(End);
    }

    [Step] public void End() => Console.WriteLine($"{Loss} {Weights?.Length}");
}
