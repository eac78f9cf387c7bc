namespace FlowSdk.Bench;

internal interface IBenchmark
{
    /// <summary>The word that chooses it.</summary>
    string Name { get; }

    IAsyncEnumerable<Figure> MeasureAsync();
}
