public sealed class Trainer
{
    public event EventHandler<double>? Progressed;

    public void Run(Action<string> log, Func<double, bool>? stop = null)
    {
        for (var i = 0; i < 10 && stop?.Invoke(i) != true; i++)
        {
            Progressed?.Invoke(this, i);
            log($"round {i}");
        }
    }
}

public sealed partial class EventFlow : Flow
{
    [Artifact] public partial List<string> Log { get; set; }
    [Artifact] public partial double Last { get; set; }

    [Step]
    public Next Start()
    {
        Log = [];
        Last = 0;
        var trainer = new Trainer();
        trainer.Progressed += Remember;
        trainer.Run(Log.Add, x => x > Last + 5);
        trainer.Progressed -= Remember;
        return To(End);

        void Remember(object? sender, double progress) => Last = progress;
    }

    [Step]
    public void End()
    {
        var lines = Log.Where(line => line.Length > 3).Select(line => $"{line} of {Last}");
        Console.WriteLine(string.Join('\n', lines));
    }
}
