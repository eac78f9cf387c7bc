namespace FlowSdk.Flows;

/// <summary>A step that goes back to itself ten times, and one that goes back to an earlier step.</summary>
public sealed partial class LoopFlow : Flow
{
    [Artifact]
    public partial int Count { get; set; }

    [Artifact]
    public partial int Rounds { get; set; }

    [Step]
    public Next Start()
    {
        (Count, Rounds) = (0, 0);
        return To(Loop);
    }

    [Step]
    public Next Loop()
    {
        Count++;
        return Count % 10 == 0 ? To(Round) : To(Loop);
    }

    [Step]
    public Next Round()
    {
        Rounds++;
        return Rounds < 3 ? To(Loop) : To(End);
    }

    [Step]
    public void End()
    {
        Check.Equal(30, Count, nameof(Count));
        Check.Equal(3, Rounds, nameof(Rounds));
    }
}
