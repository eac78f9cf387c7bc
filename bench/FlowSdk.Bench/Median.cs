namespace FlowSdk.Bench;

/// <summary>The middle of several measurements, after one that does not count.</summary>
internal static class Median
{
    public static async Task<double> OfAsync(int runs, Func<Task<double>> measureAsync)
    {
        await measureAsync();
        var results = new double[runs];
        for (var i = 0; i < runs; i++)
        {
            results[i] = await measureAsync();
        }

        Array.Sort(results);
        return results[runs / 2];
    }
}
