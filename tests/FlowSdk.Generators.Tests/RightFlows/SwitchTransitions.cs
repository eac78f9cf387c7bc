public enum Mode { Fast, Exact, Dry }

public sealed partial class SwitchFlow : Flow
{
    [Parameter] public Mode Mode { get; init; }

    [Artifact] public partial int Level { get; set; }
    [Artifact] public partial string How { get; set; }

    [Step]
    public Next Start()
    {
        Level = Mode == Mode.Exact ? 10 : 1;
        return Mode switch
        {
            Mode.Fast => To(Fast),
            Mode.Exact when Level > 5 => To(Exact),
            Mode.Exact => To(Fast),
            _ => To(Skip),
        };
    }

    [Step]
    public Next Fast()
    {
        How = "fast";
        return To(End);
    }

    [Step]
    public Next Exact()
    {
        How = $"exact, level {Level}";
        Next next;
        switch (Level)
        {
            case > 100:
                next = To(Fast);
                break;
            case 10:
            case 20:
                next = To(End);
                break;
            default:
                throw new InvalidOperationException($"level {Level}");
        }

        return next;
    }

    [Step] public Next Skip() => (How = "not at all").Length > 100 ? To(Fast) : To(End);

    [Step] public void End() => Console.WriteLine(How);
}
