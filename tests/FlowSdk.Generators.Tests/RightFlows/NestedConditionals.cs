public sealed partial class ConditionalFlow : Flow
{
    [Parameter] public int Size { get; init; } = 10;

    [Artifact] public partial int Rows { get; set; }
    [Artifact] public partial string Engine { get; set; }
    [Artifact] public partial double Cost { get; set; }

    [Step]
    public Next Start()
    {
        Rows = Size;
        if (Rows < 100)
        {
            return To(InMemory);
        }

        return Rows < 10_000 ? To(OnDisk) : To(Cluster);
    }

    [Step]
    public Next InMemory()
    {
        Engine = "memory";
        return Rows % 2 == 0 ? To(Even) : To(Odd);
    }

    [Step]
    public Next OnDisk()
    {
        Engine = "disk";
        Cost = Rows * 0.1;
        return To(End);
    }

    [Step]
    public Next Cluster()
    {
        (Engine, Cost) = ("cluster", Rows * 0.5);
        return Cost > 1e6 ? To(OnDisk) : To(End);
    }

    [Step] public Next Even() { Cost = 0; return To(End); }
    [Step] public Next Odd() { Cost = Engine.Length; return To(End); }
    [Step] public void End() => Console.WriteLine($"{Engine}: {Rows} rows cost {Cost}");
}
