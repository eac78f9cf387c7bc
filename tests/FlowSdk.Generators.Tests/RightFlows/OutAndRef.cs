public sealed partial class OutFlow : Flow
{
    [Parameter] public string Text { get; init; } = "3";

    [Artifact] public partial int Number { get; set; }
    [Artifact] public partial int[] Values { get; set; }
    [Artifact] public partial Dictionary<string, int> Known { get; set; }

    [Step]
    public Next Start()
    {
        Number = int.TryParse(Text, out var number) ? number : 0;
        (Values, Known) = ([1, 2, 3], new() { ["one"] = 1 });
        Swap(ref Values[0], ref Values[^1]);
        Interlocked.Increment(ref Values[1]);
        return To(Look);
    }

    [Step]
    public Next Look()
    {
        if (!Known.TryGetValue("two", out var two))
        {
            Known["two"] = two = 2;
        }

        ref var first = ref Values[0];
        first += two;
        Split(Number, out var tens, out var ones);
        Number = tens + ones;
        return To(End);
    }

    [Step] public void End() => Console.WriteLine($"{Number} {Values.Sum()} {Known.Count}");

    private static void Swap(ref int a, ref int b) => (a, b) = (b, a);

    private static void Split(int number, out int tens, out int ones) => (tens, ones) = Math.DivRem(number, 10);
}
