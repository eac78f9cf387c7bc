using System.Diagnostics;

namespace FlowSdk.Flows;

/// <summary>Tasks that each need a GPU of their own.</summary>
public sealed partial class GpuFlow : Flow
{
    [Artifact]
    public partial (string Gpu, long Start, long End) Use { get; set; }

    [Step]
    public Next Start() => ForEach(Enumerable.Range(0, 4), Train);

    [Step, Resources(Gpu = 1)]
    public async Task<Next> Train(int item)
    {
        Check.Equal(1, Context.Gpus.Count, "gpus");
        Check.Equal(Context.Gpus[0], Environment.GetEnvironmentVariable("CUDA_VISIBLE_DEVICES"), "CUDA_VISIBLE_DEVICES");
        var start = Stopwatch.GetTimestamp();
        await Task.Delay(20);
        Use = (Context.Gpus[0], start, Stopwatch.GetTimestamp());
        return To(Join);
    }

    [Step]
    public Next Join(Inputs<GpuFlow> inputs)
    {
        foreach (var ofOneGpu in inputs.Select(i => i.Use).GroupBy(u => u.Gpu))
        {
            var uses = ofOneGpu.OrderBy(u => u.Start).ToArray();
            for (var i = 1; i < uses.Length; i++)
            {
                Check.That(uses[i].Start >= uses[i - 1].End, $"GPU {ofOneGpu.Key} is used by one task at a time");
            }
        }

        Console.WriteLine($"gpus: {string.Join(',', inputs.Select(i => i.Use.Gpu).Distinct().Order(StringComparer.Ordinal))}");
        return To(End);
    }

    [Step]
    public void End()
    {
    }
}
