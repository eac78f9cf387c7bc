using System.Diagnostics;

namespace FlowSdk.Flows;

/// <summary>Tasks of a step one at a time, whatever the number of workers.</summary>
public sealed partial class ConcurrencyFlow : Flow
{
    [Artifact]
    public partial (long Start, long End) Span { get; set; }

    [Step]
    public Next Start() => ForEach(Enumerable.Range(0, 6), Body);

    [Step, Concurrency(Max = 1)]
    public async Task<Next> Body(int item)
    {
        var start = Stopwatch.GetTimestamp();
        await Task.Delay(20);
        Span = (start, Stopwatch.GetTimestamp());
        return To(Join);
    }

    [Step]
    public Next Join(Inputs<ConcurrencyFlow> inputs)
    {
        var spans = inputs.Select(i => i.Span).OrderBy(s => s.Start).ToArray();
        for (var i = 1; i < spans.Length; i++)
        {
            Check.That(spans[i].Start >= spans[i - 1].End, $"task {i} waits for the one before");
        }

        return To(End);
    }

    [Step]
    public void End()
    {
    }
}
