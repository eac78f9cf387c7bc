public sealed partial class YieldFlow : Flow
{
    [Parameter] public int Count { get; init; } = 3;

    [Artifact] public partial int Offset { get; set; }
    [Artifact] public partial int Square { get; set; }
    [Artifact] public partial List<int> Squares { get; set; }

    [Step]
    public Next Start()
    {
        var items = Items();
        Offset = 100;
        return ForEach(items, Work);
    }

    [Step]
    public Next Work(int item)
    {
        Square = item * item;
        return To(Join);
    }

    [Step]
    public Next Join(Inputs<YieldFlow> inputs)
    {
        Squares = [.. Of(inputs)];
        Merge(inputs, include: [nameof(Offset)]);
        return To(End);
    }

    [Step] public void End() => Console.WriteLine($"{string.Join(' ', Squares)} from {Offset}");

    // What it reads is set before the first item is asked for.
    private IEnumerable<int> Items()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return Offset + i;
        }
    }

    private static IEnumerable<int> Of(IEnumerable<YieldFlow> inputs)
    {
        foreach (var input in inputs)
        {
            yield return input.Square;
        }
    }
}
