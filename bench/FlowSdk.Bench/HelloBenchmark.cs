namespace FlowSdk.Bench;

/// <summary>Three steps in a worker process, from the start of the program to its end, beside an empty program that starts an empty program.</summary>
internal sealed class HelloBenchmark : IBenchmark
{
    private const int Runs = 15;

    public string Name => "hello";

    public async IAsyncEnumerable<Figure> MeasureAsync()
    {
        var floor = await Median.OfAsync(Runs, () => Programs.RunAsync("Floor"));
        var isolated = await Median.OfAsync(Runs, () => Programs.RunAsync("Hello", "run"));
        var inline = await Median.OfAsync(Runs, () => Programs.RunAsync("Hello", "run", "--isolation", "inline"));
        yield return new("hello, isolated", isolated, "s", floor, "0.35 s, 4x");
        yield return new("hello, inline", inline, "s", floor, "");
    }
}
