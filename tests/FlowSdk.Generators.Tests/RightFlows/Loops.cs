public sealed partial class LoopFlow : Flow
{
    [Parameter] public int Epochs { get; init; } = 5;

    [Artifact] public partial int Epoch { get; set; }
    [Artifact] public partial List<double> History { get; set; }
    [Artifact] public partial double Best { get; set; }

    [Step]
    public Next Start()
    {
        (Epoch, History, Best) = (0, [], double.MaxValue);
        return To(Train);
    }

    [Step]
    public Next Train()
    {
        var loss = 1.0 / (++Epoch + 1);
        History.Add(loss);
        return To(Validate);
    }

    [Step]
    public Next Validate()
    {
        var last = History[^1];
        if (last < Best)
        {
            Best = last;
        }

        // Goes back a few times before it gives up.
        for (var i = 1; i < History.Count; i++)
        {
            if (History[i] > History[i - 1])
            {
                return To(End);
            }
        }

        return Epoch < Epochs ? To(Train) : To(End);
    }

    [Step] public void End() => Console.WriteLine($"{Best} after {Epoch} of {Epochs}, {History.Count} kept");
}
